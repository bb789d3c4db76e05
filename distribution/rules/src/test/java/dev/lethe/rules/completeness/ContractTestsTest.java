package dev.lethe.rules.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.rules.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTestsTest {
  @TempDir Path folder;

  @Test
  void everyExtensionIsHeldToItsContract() throws IOException, ReflectiveOperationException {
    List<Offer> untested = new ArrayList<>();
    for (Offer offer : Offer.all()) {
      Path tests = offer.module().folder().resolve("src/test/java");
      String implementation = offer.binding().implementation().getSimpleName();
      if (!ContractTests.in(tests).cover(offer.kind(), offer.key().name(), implementation)) {
        untested.add(offer);
      }
    }
    assertThat(untested)
        .as("extensions that no concrete subclass of <Contract>ContractTest creates")
        .isEmpty();
  }

  @Test
  void aTestThatCreatesTheImplementationCounts() throws IOException {
    write("LinesTest", "class LinesTest extends NamesContractTest { Names n = new Lines(1); }");
    assertThat(covered()).isTrue();
  }

  @Test
  void aTestThatAsksForTheNameThroughAClassBesideItCounts() throws IOException {
    write("LinesTest", "class LinesTest extends NamesContractTest { Names n = Some.names(); }");
    write("Some", "class Some { static Names names() { return create(\"lines\"); } }");
    assertThat(covered()).isTrue();
  }

  @Test
  void aTestForANatureOfTheContractCounts() throws IOException {
    write("LinesTest", "class LinesTest extends DrawnNamesContractTest { n = new Lines(1); }");
    assertThat(covered()).isTrue();
  }

  @Test
  void noTestIsFound() throws IOException {
    assertThat(covered()).isFalse();
    assertThat(ContractTests.in(folder.resolve("none")).cover("Names", "lines", "Lines")).isFalse();
  }

  @Test
  void aTestOfAnotherImplementationDoesNotCount() throws IOException {
    write("OtherTest", "class OtherTest extends NamesContractTest { Names n = new Other(); }");
    write("LinesTest", "class LinesTest { @Test void plain() { new Lines(1); } }");
    assertThat(covered()).isFalse();
  }

  @Test
  void aTestOfAnotherContractDoesNotCount() throws IOException {
    write("LinesTest", "class LinesTest extends PeopleContractTest { Names n = new Lines(1); }");
    assertThat(covered()).isFalse();
  }

  @Test
  void anAbstractTestDoesNotCount() throws IOException {
    write("LinesTest", "abstract class LinesTest extends NamesContractTest { l = new Lines(1); }");
    assertThat(covered()).isFalse();
  }

  private boolean covered() throws IOException {
    return ContractTests.in(folder).cover("Names", "lines", "Lines");
  }

  private void write(String name, String source) throws IOException {
    Files.writeString(folder.resolve(name + ".java"), source);
  }
}
