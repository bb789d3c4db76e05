package dev.lethe.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jo Lee",
        "a photo of JO LEE, smiling",
        "jo  lee's house",
        "(Jo\tLee)",
        "with jo lee"
      })
  void aWholeNameIsFoundInAnyCase(String caption) {
    assertThat(Mention.of("Jo Lee")).accepts(caption);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jo and Lee", "Banjo Lee", "Jo Leeds", "Jo_Lee", "a house", "Jo Leé"})
  void otherTextsDoNotMentionIt(String caption) {
    assertThat(Mention.of("Jo Lee")).rejects(caption);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZOË (II) QUINN", "zoë (ii) quinn here"})
  void lettersBeyondAsciiAndBracketsAreTakenAsTheyAre(String caption) {
    assertThat(Mention.of("Zoë (II) Quinn")).accepts(caption);
  }

  @Test
  void oneOfSeveralNamesIsEnoughAndNeitherBleedsIntoTheOther() {
    assertThat(Mention.ofAny(List.of("Ann", "Jo Lee")))
        .accepts("ann and bo", "with jo lee")
        .rejects("joann", "annjo lee", "bo lee");
  }
}
