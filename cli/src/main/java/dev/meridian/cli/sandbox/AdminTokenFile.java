package dev.meridian.cli.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The sandbox's one admin token: made once, kept in a file that only its owner can read. */
final class AdminTokenFile {
  private AdminTokenFile() {}

  static String of(Path directory) {
    Path file = directory.resolve("admin-token");
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the admin token cannot be kept in " + file, e);
    }
  }
}
