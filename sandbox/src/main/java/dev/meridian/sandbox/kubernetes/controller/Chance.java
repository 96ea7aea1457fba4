package dev.meridian.sandbox.kubernetes.controller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/** All chance of a region's cluster: the same names give the same draw, now and after a restart. */
record Chance(long seed, String region) {
  /** The letters of names that Kubernetes makes: no vowels, so no words. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  /** Evenly between the two, to the millisecond. */
  Duration between(Duration least, Duration most, String about) {
    long span = most.minus(least).toMillis() + 1;
    return least.plusMillis(Math.floorMod(number(about), span));
  }

  /** So many letters for a generated name. */
  String letters(int count, String about) {
    byte[] hash = sha256(text(about));
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(Math.floorMod(hash[i], LETTERS.length())));
    }
    return letters.toString();
  }

  int below(int bound, String about) {
    return (int) Math.floorMod(number(about), (long) bound);
  }

  String uuid(String about) {
    return UUID.nameUUIDFromBytes(text(about).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private long number(String about) {
    return Long.parseUnsignedLong(HexFormat.of().formatHex(sha256(text(about)), 0, 8), 16);
  }

  private String text(String about) {
    return seed + "/" + region + "/" + about;
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
