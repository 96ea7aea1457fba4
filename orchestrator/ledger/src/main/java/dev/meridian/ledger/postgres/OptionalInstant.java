package dev.meridian.ledger.postgres;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column of time that may be null is an {@code Optional} in the row. */
@Singleton
public final class OptionalInstant implements AttributeConverter<Optional<Instant>, Timestamp> {
  @Override
  @SuppressWarnings("NullableOptional") // the interface says so
  public @Nullable Timestamp convertToPersistedValue(
      @Nullable Optional<Instant> value, ConversionContext context) {
    return value == null ? null : value.map(Timestamp::from).orElse(null);
  }

  @Override
  public Optional<Instant> convertToEntityValue(
      @Nullable Timestamp column, ConversionContext context) {
    return Optional.ofNullable(column).map(Timestamp::toInstant);
  }
}
