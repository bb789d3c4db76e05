package dev.lethe.plugin.mlflow;

import dev.lethe.io.hash.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Ids as MLflow has them, the same for the same trial, so that one told of again is found. */
final class StoreId {
  private static final int RUN_LENGTH = 32;
  private static final int HEXADECIMAL = 16;

  /** MLflow's own have eighteen digits. */
  private static final BigInteger LEAST = BigInteger.TEN.pow(17);

  private static final BigInteger RANGE = BigInteger.valueOf(9).multiply(LEAST);

  private StoreId() {}

  static String ofRun(String suite, String trial) {
    return hash(suite + "\n" + trial).substring(0, RUN_LENGTH);
  }

  static String ofExperiment(String name) {
    return new BigInteger(hash(name), HEXADECIMAL).mod(RANGE).add(LEAST).toString();
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
