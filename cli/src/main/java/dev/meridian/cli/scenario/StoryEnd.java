package dev.meridian.cli.scenario;

import dev.meridian.cli.ExitStatus;
import java.time.Duration;

/**
 * How a story ended.
 *
 * @param release its id
 * @param status what the shell is told
 * @param reason of the end, as in the ledger
 * @param decisive the sentence that the end rests on: a verdict, a failed check, a pause
 * @param evidence id of the decisive verdict's stored numbers, {@code ""} when it was none
 * @param meridian how long it took in Meridian time
 * @param wall how long it took on the wall
 */
public record StoryEnd(
    String release,
    ExitStatus status,
    String reason,
    String decisive,
    String evidence,
    Duration meridian,
    Duration wall) {}
