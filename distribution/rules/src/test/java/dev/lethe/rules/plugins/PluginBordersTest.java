package dev.lethe.rules.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.lethe.rules.BuiltModule;
import dev.lethe.rules.Offer;
import dev.lethe.rules.Product;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PluginBordersTest {
  private static final String PLANTED = "dev.lethe.rules.plugins.planted";
  private static final JavaClasses BAD = new ClassFileImporter().importPackages(PLANTED);

  /** For tests alone. */
  private static final Set<String> KITS = Set.of("testkit", "recipekit");

  @Test
  void noPluginTouchesAPackageThatIsNotExported() throws IOException {
    Set<String> open = new TreeSet<>();
    for (BuiltModule module : Product.modules()) {
      if (!KITS.contains(module.name()) && module.descriptor().isPresent()) {
        module.descriptor().get().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .forEach(open::add);
      }
    }
    assertThat(open).contains("dev.lethe.api.defense", "dev.lethe.tensor");
    PluginBorders.touchOnlyWhatIsOpen("dev.lethe", open).check(Product.CLASSES);
  }

  @Test
  void noClassOutsidePluginsUsesOne() {
    PluginBorders.areUsedByNobody("dev.lethe").check(Product.CLASSES);
  }

  @Test
  void noClassOutsidePluginsNamesWhatOneOffers() throws Exception {
    Set<String> names =
        Offer.all().stream()
            .filter(offer -> offer.module().folder().startsWith(Product.ROOT.resolve("plugins")))
            .map(offer -> offer.key().name())
            .filter(name -> name.contains("-")) // other names are words of the language as well
            .collect(Collectors.toSet());
    assertThat(names).isNotEmpty();
    assertThat(PluginBorders.namings(Product.CLASSES, "dev.lethe", names)).isEmpty();
  }

  @Test
  void aPluginThatLooksIntoAClosedPackageIsFound() {
    ArchRule rule = PluginBorders.touchOnlyWhatIsOpen(PLANTED, Set.of(PLANTED + ".api"));
    assertThat(violations(rule))
        .isNotEmpty()
        .allMatch(each -> each.contains("Curious") && each.contains("Inside"));
  }

  @Test
  void whoUsesOrNamesAPluginIsFound() throws IOException {
    assertThat(violations(PluginBorders.areUsedByNobody(PLANTED)))
        .isNotEmpty()
        .allMatch(each -> each.contains("Inside") && each.contains("Curious"));
    assertThat(PluginBorders.namings(BAD, PLANTED, Set.of("very-curious", "not-here")))
        .containsExactly(PLANTED + ".engine.Inside: very-curious");
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(BAD).getFailureReport().getDetails();
  }
}
