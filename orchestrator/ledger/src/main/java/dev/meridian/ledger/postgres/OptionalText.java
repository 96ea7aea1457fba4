package dev.meridian.ledger.postgres;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column that may be null is an {@code Optional} in the row. */
@Singleton
public final class OptionalText implements AttributeConverter<Optional<String>, String> {
  @Override
  @SuppressWarnings("NullableOptional") // the interface says so
  public @Nullable String convertToPersistedValue(
      @Nullable Optional<String> value, ConversionContext context) {
    return value == null ? null : value.orElse(null);
  }

  @Override
  public Optional<String> convertToEntityValue(@Nullable String column, ConversionContext context) {
    return Optional.ofNullable(column);
  }
}
