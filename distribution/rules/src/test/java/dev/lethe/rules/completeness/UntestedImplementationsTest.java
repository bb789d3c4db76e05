package dev.lethe.rules.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lethe.api.plugin.ExtensionBinding;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.rules.BuiltModule;
import dev.lethe.rules.Offer;
import dev.lethe.rules.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UntestedImplementationsTest {
  /** A run makes it of the regularizers that its configuration names. */
  private static final String SUM_OF_REGULARIZERS = "dev.lethe.forgetting.run.WeightedSum";

  private static final String FOR_TESTS = "dev.lethe.testkit.";

  @Test
  void everyImplementationOfAContractIsOffered() throws IOException, ReflectiveOperationException {
    Set<Class<?>> contracts = new HashSet<>();
    List<String> known = new ArrayList<>(List.of(SUM_OF_REGULARIZERS));
    for (Offer offer : Offer.all()) {
      contracts.add(offer.key().contract());
      ExtensionBinding binding = offer.binding();
      known.add(binding.implementation().getName());
    }
    assertThat(contracts).hasSizeGreaterThanOrEqualTo(10);
    assertThat(UntestedImplementations.among(Product.CLASSES, contracts, known))
        .as("implementations that no PluginModule offers")
        .allMatch(name -> name.startsWith(FOR_TESTS));
  }

  @Test
  void everyPluginModuleIsAnnotated() throws IOException {
    List<String> doors = new ArrayList<>();
    for (BuiltModule module : Product.modules()) {
      Offer.door(module).ifPresent(doors::add);
    }
    assertThat(doors).hasSizeGreaterThanOrEqualTo(6);
    assertThat(UntestedImplementations.among(Product.CLASSES, Set.of(PluginModule.class), doors))
        .as("modules without @Plugin, which the runtime does not find")
        .isEmpty();
  }

  @Test
  void everyContractIsNamedInThePluginGuide() throws IOException, ReflectiveOperationException {
    String guide = Files.readString(Product.ROOT.resolve("docs/add-a-plugin.md"));
    assertThat(Offer.all()).extracting(Offer::kind).allMatch(guide::contains);
  }

  @Test
  void aClassThatNobodyOffersIsFound() {
    record Lost() implements Supplier<String> {
      @Override
      public String get() {
        return "lost";
      }
    }
    JavaClasses classes = new ClassFileImporter().importClasses(Lost.class, Supplier.class);
    assertThat(UntestedImplementations.among(classes, Set.of(Supplier.class), Set.of()))
        .containsExactly(Lost.class.getName());
    assertThat(
            UntestedImplementations.among(
                classes, Set.of(Supplier.class), Set.of(Lost.class.getName())))
        .isEmpty();
  }
}
