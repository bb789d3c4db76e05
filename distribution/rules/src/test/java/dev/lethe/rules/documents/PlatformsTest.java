package dev.lethe.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.rules.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages say of systems and what the build makes for them. */
class PlatformsTest {
  private static final Pattern PROFILE =
      Pattern.compile("<pytorch\\.platform>([a-z0-9_-]+)</pytorch\\.platform></properties>");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| [^|]+ \\| `([a-z0-9_-]+)` \\| (.+) \\|$");

  @Test
  void thePageListsThePlatformsThatTheBuildKnowsAndClaimsNoRunOfOthersThanItsOwn()
      throws IOException {
    String page = Files.readString(Product.ROOT.resolve("docs/environment.md"));
    assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(platforms());
    assertThat(ROW.matcher(page).results().filter(row -> !row.group(2).startsWith("not run")))
        .singleElement()
        .satisfies(row -> assertThat(row.group(1)).isEqualTo("linux-x86_64"));
    assertThat(Product.ROOT.resolve("README.md")).content().doesNotContain("Windows");
  }

  @Test
  void everyPlatformOfTheBuildHasTheNativeCodeThatJoinsJavaToItsLibraries() throws IOException {
    ClassLoader loader = getClass().getClassLoader();
    for (String platform : platforms()) {
      assertThat(loader.getResource("jnilib/" + platform + "/cpu/")).as(platform).isNotNull();
      assertThat(loader.getResource("native/lib/" + platform + "/cpu/")).as(platform).isNotNull();
    }
  }

  private static List<String> platforms() throws IOException {
    String pom = Files.readString(Product.ROOT.resolve("pom.xml"));
    List<String> platforms =
        PROFILE.matcher(pom).results().map(profile -> profile.group(1)).toList();
    assertThat(platforms).contains("linux-x86_64", "linux-aarch64").doesNotHaveDuplicates();
    return platforms;
  }
}
