package dev.meridian.api.problem;

import dev.meridian.document.NearestName;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at every query parameter and header of a request before any is used: whoever wrote three of
 * them wrongly is told of three. What they have to be is what the controller's method declares.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ParameterCheck {
  private static final List<String> TRUTHS = List.of("true", "false");

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (RouteAttributes.getRouteMatch(request).orElse(null)
        instanceof MethodBasedRouteMatch<?, ?> match) {
      List<Wrong> wrong =
          Arrays.stream(match.getArguments())
              .filter(argument -> !match.getVariableValues().containsKey(argument.getName()))
              .flatMap(argument -> wrong(argument, request).stream())
              .toList();
      if (!wrong.isEmpty()) {
        throw ProblemException.invalidParameters(wrong);
      }
    }
  }

  private static Optional<Wrong> wrong(Argument<?> argument, HttpRequest<?> request) {
    Optional<String> header = argument.getAnnotationMetadata().stringValue(Header.class);
    String name = header.orElseGet(argument::getName);
    List<String> values =
        header.isPresent()
            ? request.getHeaders().getAll(name)
            : request.getParameters().getAll(name);
    return values.stream()
        .filter(value -> !value.isEmpty())
        .flatMap(value -> wrong(argument.getType(), name, value).stream())
        .findFirst();
  }

  private static Optional<Wrong> wrong(Class<?> type, String name, String value) {
    if (type == Duration.class) {
      return readable(type, value)
          ? Optional.empty()
          : said(
              name,
              value,
              "is not a duration",
              "Write an ISO-8601 duration such as PT30S; at most PT60S is waited.");
    }
    if (type == Integer.class || type == Long.class) {
      return readable(type, value) && !value.startsWith("-")
          ? Optional.empty()
          : said(name, value, "is not a whole number from 0 on", "Write digits only, such as 20.");
    }
    List<String> known = words(type);
    return known.isEmpty() || isWord(value, known)
        ? Optional.empty()
        : said(name, value, "is not one of its words", NearestName.remedy(value, known));
  }

  private static boolean isWord(String value, List<String> known) {
    return known.contains(value.toLowerCase(Locale.ROOT));
  }

  /** What may be written for a parameter that is one of a few words; empty for all others. */
  private static List<String> words(Class<?> type) {
    return type == Boolean.class
        ? TRUTHS
        : Stream.ofNullable(type.getEnumConstants())
            .flatMap(Arrays::stream)
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList();
  }

  private static boolean readable(Class<?> type, String value) {
    return ConversionService.SHARED.canConvert(String.class, type)
        && ConversionService.SHARED.convert(value, type).isPresent();
  }

  private static Optional<Wrong> said(String name, String value, String what, String remedy) {
    return Optional.of(Wrong.parameter(name, value, what, remedy));
  }
}
