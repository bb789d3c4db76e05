package dev.lethe.plugin.mlflow;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids as MLflow has them, the same for the same trial, so that one told of again is found. */
final class StoreId {
  private static final int RUN_LENGTH = 32;

  /** MLflow's own have eighteen digits. */
  private static final BigInteger LEAST = BigInteger.TEN.pow(17);

  private static final BigInteger RANGE = BigInteger.valueOf(9).multiply(LEAST);

  private StoreId() {}

  static String ofRun(String suite, String trial) {
    return HexFormat.of().formatHex(hash(suite + "\n" + trial)).substring(0, RUN_LENGTH);
  }

  static String ofExperiment(String name) {
    return new BigInteger(1, hash(name)).mod(RANGE).add(LEAST).toString();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
