package dev.meridian.sandbox;

import dev.meridian.pace.Pace;
import java.nio.file.Path;

/**
 * Where and how fast a world runs.
 *
 * @param directory holds journal, time and kubeconfig; one world at a time
 * @param pace the world's clock, see {@code WorldTime.resume}
 * @param ports where its servers listen
 */
public record WorldSettings(Path directory, Pace pace, WorldPorts ports) {}
