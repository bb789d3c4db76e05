package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.demo.Towers;
import dev.lethe.engine.ConfigSource;
import dev.lethe.io.RegularFile;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.progress.SuiteProgress;
import dev.lethe.suite.Suite;
import dev.lethe.suite.SuiteBase;
import dev.lethe.suite.SuiteRequest;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState.Phase;
import dev.lethe.suite.WrittenValues;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description = {
      "Compares strategies on one task: whom each makes a model forget, and what that costs.",
      "A suite over strategies and seeds. What they share is computed once; killed, it goes on."
    },
    footer = {
      "",
      "A strategy has the settings that CONFIG gives it, or the file of --settings, or its"
          + " defaults.",
      "NAME:key=value;key=value sets some, and the same strategy may stand there again with"
          + " others.",
      "",
      "Examples:",
      "  lethe compare demo --strategies text-backdoor,closed-form --seeds 3 --jobs 2",
      "  lethe compare my.yaml --strategies 'text-backdoor,text-backdoor:steps=100' forget.count=8"
    })
final class CompareCommand implements Runnable {
  private static final String DEMO_SETTINGS = "configs/demo-strategies.yaml";
  private static final int MOST_SEEDS = 1000;

  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private JobOptions jobs;

  @Parameters(index = "0", paramLabel = "CONFIG|demo", description = "A YAML file, or a demo.")
  private String base = "";

  @Parameters(
      index = "1..*",
      paramLabel = "key=value",
      description = "Sets a key of the configuration, for every strategy.")
  private List<String> set = List.of();

  @Option(
      names = "--strategies",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "What is compared, separated by commas.")
  private List<String> strategies = List.of();

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "A YAML file with a block for each strategy: settings, regularizers (demos:"
              + " configs/demo-strategies.yaml).")
  private @Nullable Path settings;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "With how many seeds each is run, from 0 on (default: ${DEFAULT-VALUE}).")
  private int seeds = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FolderPath.class,
      defaultValue = RunOptions.RUNS,
      description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(RunOptions.RUNS);

  CompareCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    Suite suite = lethe.suites().read("compare", suite());
    SuiteRequest request = jobs.request(suite, out, set);
    List<TrialProgress> trials =
        lethe.suites().run(request, SuiteProgress.on(console, output.quiet()));
    List<Path> written = lethe.suites().report(request, true, null).files();
    if (output.json()) {
      JsonOutput.print(
          console, written.stream().map(file -> Map.of("file", file.toString())).toList());
    } else {
      Path folder = lethe.suites().folder(request);
      console.out().println(RegularFile.of("report", folder.resolve("report.md")).text(1 << 24));
      console.out().println("report.html  " + folder.resolve("report.html"));
    }
    long failed = trials.stream().filter(each -> each.state().phase() == Phase.FAILED).count();
    if (failed > 0) {
      throw new LetheException(
          "%d of %d trials failed; the same command tries them again"
              .formatted(failed, trials.size()));
    }
  }

  /** Returns the suite as its file would say it. */
  private Map<String, Object> suite() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw new UsageException("--seeds must be 1 to %d (got %d)".formatted(MOST_SEEDS, seeds));
    }
    SuiteBase experiment = new Bases(lethe.home()).find(base, new ConfigSource("compare", ""));
    ComparedStrategies compared =
        new ComparedStrategies(
            lethe.extensions(),
            WrittenValues.of(experiment.config(), experiment.ofConfiguration(set)),
            settings());
    Map<String, Object> variants = new LinkedHashMap<>();
    strategies.forEach(each -> variants.put(each, compared.variant(each)));
    if (variants.size() < strategies.size()) {
      throw new UsageException("--strategies names one of them twice");
    }
    Map<String, Object> suite = new LinkedHashMap<>();
    suite.put("name", "compare-" + name());
    suite.put("base", base);
    if (isDemo()) {
      suite.put("set", Map.of("demo.seed", 0)); // one world for all seeds
    }
    suite.put("vary", Map.of("strategy", variants));
    suite.put("seeds", LongStream.range(0, seeds).boxed().toList());
    suite.put("baseline", Map.of("strategy", strategies.get(0)));
    return suite;
  }

  private Map<String, Object> settings() {
    Path file = settings == null && isDemo() ? lethe.home().resolve(DEMO_SETTINGS) : settings;
    return file == null
        ? Map.of()
        : WrittenValues.of(ConfigSource.file(file, "--settings"), List.of());
  }

  private boolean isDemo() {
    for (Towers towers : Towers.values()) {
      if (towers.config().equals(base + ".yaml")) {
        return true;
      }
    }
    return false;
  }

  private String name() {
    String file = String.valueOf(Path.of(base).getFileName());
    return file.replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9._-]", "-");
  }
}
