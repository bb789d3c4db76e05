package dev.lethe.rules.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.rules.BuiltModule;
import dev.lethe.rules.Product;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;

class BundleBoundariesTest {
  private static final ModuleDescriptor MODULE =
      ModuleDescriptor.newModule("sample")
          .exports("sample.open")
          .exports("sample.inside", Set.of("friend"))
          .packages(Set.of("sample.closed"))
          .build();

  @Test
  void everyBundleExportsTheSameInBothWalls() throws IOException {
    List<String> seen = new ArrayList<>();
    for (BuiltModule module : Product.modules()) {
      Manifest manifest = module.manifest().orElseGet(Manifest::new);
      if (BundleBoundaries.isBundle(manifest)) {
        seen.add(module.name());
        assertThat(module.descriptor()).as("module-info of " + module.name()).isPresent();
        assertThat(BundleBoundaries.differences(module.descriptor().get(), manifest))
            .as(module.name())
            .isEmpty();
      }
    }
    assertThat(seen)
        .contains("api", "io", "image", "tensor", "engine", "demo", "regularizers", "runtime");
    assertThat(seen)
        .hasSameSizeAs(Product.modules().stream().filter(BundleBoundariesTest::isBundle).toList());
  }

  @Test
  void onlyWhatPluginsBuildOnIsOpenToEverybody() throws IOException {
    List<String> open = new ArrayList<>();
    for (BuiltModule module : Product.modules()) {
      if (module.descriptor().stream()
          .flatMap(descriptor -> descriptor.exports().stream())
          .anyMatch(exports -> !exports.isQualified())) {
        open.add(module.name());
      }
    }
    assertThat(open)
        .containsExactlyInAnyOrder("api", "image", "io", "recipekit", "tensor", "testkit");
  }

  @Test
  void equalWallsAreAccepted() {
    assertThat(
            differences(
                "sample.open;version=\"0.1.0\";uses:=\"a,b\","
                    + "sample.inside;lethe=internal;mandatory:=lethe"))
        .isEmpty();
  }

  @Test
  void aPackageThatOnlyOneWallOpensIsFound() {
    assertThat(differences("sample.closed,sample.inside;lethe=internal;mandatory:=\"lethe\""))
        .containsExactly(
            "sample.closed: closed in module-info, open in the manifest",
            "sample.open: open in module-info, closed in the manifest");
  }

  @Test
  void anInternalPackageThatTheBundleGivesToEverybodyIsFound() {
    assertThat(differences("sample.open,sample.inside;version=\"0.1.0\""))
        .containsExactly("sample.inside: internal in module-info, open in the manifest");
  }

  @Test
  void aMarkThatNobodyHasToAskForIsFound() {
    assertThat(differences("sample.open,sample.inside;lethe=internal")).hasSize(1);
  }

  private static List<String> differences(String exported) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(Constants.EXPORT_PACKAGE, exported);
    return BundleBoundaries.differences(MODULE, manifest);
  }

  /** The launcher starts the framework, so it cannot be in it. */
  private static boolean isBundle(BuiltModule module) {
    return !module.name().equals("launcher");
  }
}
