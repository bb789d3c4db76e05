package dev.lethe.plugin.parquet;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.io.Visible;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * A database without data, which reads Parquet. It fetches no extensions, writes no files and holds
 * as much of a file as it needs for the next rows.
 */
final class DuckDb implements AutoCloseable {
  /** Of native memory; some row groups of LAION have a million captions. */
  private static final String MEMORY = "1GB";

  private static final long ROWS_BETWEEN_LOOKS = 10_000;

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /**
   * Loads DuckDB's native library, the first time, and starts it.
   *
   * @throws LetheException if that is not possible here
   */
  static DuckDb open() {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("temp_directory", "");
    properties.setProperty("threads", "2");
    try {
      Driver driver =
          ServiceLoader.load(Driver.class, DuckDb.class.getClassLoader()).stream()
              .filter(provider -> provider.type().getClassLoader() == DuckDb.class.getClassLoader())
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("the bundle has lost its driver"))
              .get();
      DriverManager.drivers() // which would keep the code of a plugin that is removed
          .filter(each -> each.getClass() == driver.getClass())
          .toList()
          .forEach(DuckDb::deregister);
      return new DuckDb(driver.connect("jdbc:duckdb:", properties));
    } catch (SQLException e) {
      throw new LetheException("DuckDB, which reads Parquet, does not start: " + reason(e), e);
    } catch (LinkageError e) {
      throw new LetheException(
          "the native library of DuckDB, which reads Parquet, cannot be loaded from %s: %s"
              .formatted(
                  System.getProperty("java.io.tmpdir"),
                  Visible.oneLine(String.valueOf(e.getMessage()))),
          e);
    }
  }

  /**
   * Reads a column of a file.
   *
   * @param limit how many rows at most
   * @param texts gets what is not null, in the order of the file
   * @return how many rows were read
   * @throws LetheException if it is no such file, or has no such column of texts
   */
  long read(Path file, String column, long limit, Consumer<String> texts) {
    try {
      requireTexts(file, column);
      String quoted = '"' + column.replace("\"", "\"\"") + '"';
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT %s FROM read_parquet(?, binary_as_string = true) LIMIT %d"
                  .formatted(quoted, limit))) {
        query.setString(1, file.toString());
        try (ResultSet rows = query.executeQuery()) {
          return read(rows, texts);
        }
      }
    } catch (SQLException e) {
      throw new LetheException(
          "captions: %s cannot be read as Parquet: %s".formatted(file, reason(e)), e);
    }
  }

  private static long read(ResultSet rows, Consumer<String> texts) throws SQLException {
    long count = 0;
    while (rows.next()) {
      if (++count % ROWS_BETWEEN_LOOKS == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancelledException();
      }
      String text = rows.getString(1);
      if (text != null) {
        texts.accept(text);
      }
    }
    return count;
  }

  private void requireTexts(Path file, String column) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM read_parquet(?, binary_as_string = true) LIMIT 0")) {
      query.setString(1, file.toString());
      try (ResultSet none = query.executeQuery()) {
        ResultSetMetaData columns = none.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          names.add(columns.getColumnName(i));
          if (columns.getColumnName(i).equalsIgnoreCase(column)) {
            if (columns.getColumnType(i) == Types.VARCHAR) {
              return;
            }
            throw new LetheException(
                "captions: column '%s' of %s must hold text (got %s)"
                    .formatted(column, file, columns.getColumnTypeName(i)));
          }
        }
        throw new LetheException(
            "captions: %s has no column '%s', but: %s"
                .formatted(file, column, String.join(", ", names)));
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new LetheException("DuckDB does not end: " + reason(e), e);
    }
  }

  private static void deregister(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reason(SQLException e) {
    return Visible.oneLine(String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown"));
  }
}
