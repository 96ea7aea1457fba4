package dev.meridian.ledger.postgres;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column of an id that may be null is an {@code Optional} in the row. */
@Singleton
public final class OptionalId implements AttributeConverter<Optional<UUID>, UUID> {
  @Override
  @SuppressWarnings("NullableOptional") // the interface says so
  public @Nullable UUID convertToPersistedValue(
      @Nullable Optional<UUID> value, ConversionContext context) {
    return value == null ? null : value.orElse(null);
  }

  @Override
  public Optional<UUID> convertToEntityValue(@Nullable UUID column, ConversionContext context) {
    return Optional.ofNullable(column);
  }
}
