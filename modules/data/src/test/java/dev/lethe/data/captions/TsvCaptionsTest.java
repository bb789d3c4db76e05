package dev.lethe.data.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.data.CaptionSourceContractTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsvCaptionsTest extends CaptionSourceContractTest {
  @TempDir Path folder;

  @Override
  protected CaptionSource source() {
    return source("filepath\ttitle\n1.jpg\ta red disc\n2.jpg\t\"a disc,\tand \"\"a\"\" star\"\n");
  }

  @Override
  protected CaptionSource changed() {
    return source("filepath\ttitle\n1.jpg\ta red disc\n2.jpg\ta star\n");
  }

  private CaptionSource source(String table) {
    return source(table, Map.of("column", "title"));
  }

  private CaptionSource source(String table, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("path", Packed.GZIP.write(folder.resolve("captions.tsv.gz"), table).toString());
    return Sources.create(CaptionSource.class, "tsv", all);
  }

  @Test
  void aQuotedCellMayHoldATab() {
    assertThat(source().read().lines()).containsExactly("a red disc", "a disc,\tand \"a\" star");
  }

  @Test
  void quotesAreTextWhereTheyMeanNothing() {
    String table = "a 5\" disc\thttp://a\n\"quoted\" at first\thttp://b\n\thttp://c\n";
    assertThat(
            source(table, Map.of("header", false, "quotes", false, "column", "1")).read().lines())
        .containsExactly("a 5\" disc", "\"quoted\" at first");
  }
}
