package dev.lethe.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jo Lee",
        "a photo of JO LEE, smiling",
        "jo  lee's house",
        "(Jo\tLee)",
        "with jo lee",
        "Jo Lee-Smith",
        "_Jo Lee_",
        "jo\nlee"
      })
  void aWholeNameIsFoundInAnyCase(String caption) {
    assertThat(mentions("Jo Lee").anyIn(caption)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Jo and Lee", "Banjo Lee", "Jo Leeds", "Jo_Lee", "a house", "Jo Leé", "jo", ""})
  void otherTextsDoNotMentionIt(String caption) {
    assertThat(mentions("Jo Lee").anyIn(caption)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZOË (II) QUINN", "zoë (ii) quinn here", "by Zoë (II)  Quinn."})
  void lettersBeyondAsciiAndBracketsAreTakenAsTheyAre(String caption) {
    assertThat(mentions("Zoë (II) Quinn").anyIn(caption)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Robert Downey Jr.", "robert downey jr., smiling", "(Robert Downey Jr.)"})
  void punctuationAtTheEndOfANameMayBeFollowedByMore(String caption) {
    assertThat(mentions("Robert Downey Jr.").anyIn(caption)).isTrue();
    assertThat(mentions("Robert Downey Jr.").anyIn("Robert Downey Jr")).isFalse();
  }

  @Test
  void aNameIsFoundInAScriptThatPutsNoSpacesBetweenWords() {
    assertThat(mentions("安娜李").anyIn("安娜李在海边")).isTrue();
    assertThat(mentions("안나").anyIn("안나리")).isFalse();
  }

  @Test
  void everyNameIsFoundAndNoneBleedsIntoAnother() {
    Mentions mentions = mentions("Ann", "Jo Lee", "Jo Lee Ann", "Jo");
    assertThat(mentions.in("jo lee ann and bo")).containsOnly("Jo", "Jo Lee", "Jo Lee Ann", "Ann");
    assertThat(mentions.in("ann and bo")).containsExactly("Ann");
    assertThat(mentions.in("joann annjo lee")).isEmpty();
  }

  @Test
  void aNameInSeveralWritingsIsFoundAsEachWasGiven() {
    assertThat(mentions("Jo Lee", "JO  LEE").in("jo lee")).containsOnly("Jo Lee", "JO  LEE");
  }

  private static Mentions mentions(String... names) {
    return Mentions.of(List.of(names), text -> text.toLowerCase(Locale.ROOT));
  }
}
