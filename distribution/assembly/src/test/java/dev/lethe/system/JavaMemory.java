package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a Java process keeps, as the JDK's {@code jcmd} tells it.
 *
 * @param pid of the process
 */
record JavaMemory(long pid) {
  /** Of each generation of the heap, and of the metaspace, in which classes are. */
  private static final Pattern USED =
      Pattern.compile("(?:generation|Metaspace)\\s[^\\n]*?\\bused (\\d+)K");

  /** Lets everything go that nobody needs. */
  void collect() {
    jcmd("GC.run");
  }

  /** Returns how many bytes objects and classes take that somebody needs. */
  long used() {
    collect();
    List<MatchResult> parts = USED.matcher(jcmd("GC.heap_info")).results().toList();
    assertThat(parts).as("young and old objects, and classes").hasSize(3);
    return 1024 * parts.stream().mapToLong(part -> Long.parseLong(part.group(1))).sum();
  }

  private String jcmd(String command) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
