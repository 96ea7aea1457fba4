package dev.meridian.ledger.postgres.release;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.meridian.ledger.Place;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.postgres.OptionalId;
import dev.meridian.ledger.postgres.OptionalInstant;
import dev.meridian.ledger.postgres.OptionalText;
import dev.meridian.region.ServiceName;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.service.ImageReference;
import dev.meridian.service.RevisionId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A release as its row. */
@MappedEntity("release")
record StoredRelease(
    @Id UUID id,
    String service,
    String contender,
    String image,
    String phase,
    @MappedProperty(converter = OptionalText.class) Optional<String> outcome,
    @MappedProperty(converter = OptionalText.class) Optional<String> recovery,
    String reason,
    String requestedBy,
    int epoch,
    int catalogVersion,
    int serviceVersion,
    String parameters,
    Instant startedAt,
    @MappedProperty(converter = OptionalInstant.class) Optional<Instant> endedAt,
    long seq,
    @MappedProperty(converter = OptionalId.class) Optional<UUID> behind,
    @MappedProperty(converter = OptionalId.class) Optional<UUID> followedBy,
    int canaryWaves,
    int wavesPassed) {

  private static final TypeReference<TreeMap<String, String>> PARAMETERS = new TypeReference<>() {};

  static StoredRelease of(ReleaseRow row) {
    return new StoredRelease(
        row.id().value(),
        row.service().value(),
        row.contender().hash(),
        row.image().toString(),
        row.phase().name(),
        row.outcome().map(Enum::name),
        row.recovery().map(Enum::name),
        row.reason(),
        row.requestedBy(),
        row.epoch(),
        row.catalogVersion(),
        row.serviceVersion(),
        CanonicalJson.of(row.parameters()),
        row.startedAt(),
        row.endedAt(),
        row.seq(),
        row.place().behind().map(ReleaseId::value),
        row.place().followedBy().map(ReleaseId::value),
        row.place().canaryWaves(),
        row.place().wavesPassed());
  }

  ReleaseRow row() {
    return new ReleaseRow(
        new ReleaseId(id),
        new ServiceName(service),
        new RevisionId(contender),
        ImageReference.parse(image),
        Phase.valueOf(phase),
        outcome.map(ReleaseOutcome::valueOf),
        recovery.map(RecoveryCause::valueOf),
        reason,
        requestedBy,
        epoch,
        catalogVersion,
        serviceVersion,
        MeridianJson.read(parameters, PARAMETERS),
        startedAt,
        endedAt,
        seq,
        new Place(
            behind.map(ReleaseId::new), followedBy.map(ReleaseId::new), canaryWaves, wavesPassed));
  }
}
