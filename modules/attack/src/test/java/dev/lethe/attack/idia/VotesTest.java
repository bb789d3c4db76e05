package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.attack.idia.Votes.Tally;
import org.junit.jupiter.api.Test;

class VotesTest {

  @Test
  void theCandidateWithMoreVotesThanAnyOtherWins() {
    Votes votes = Votes.count(new int[] {4, 2, 4, 0, 4, 2}, 0, 1, 2, 3, 4, 5);
    assertThat(votes.tallies()).containsExactly(new Tally(4, 3), new Tally(2, 2), new Tally(0, 1));
    assertThat(votes.wonBy(4)).isTrue();
    assertThat(votes.wonBy(2)).isFalse();
  }

  @Test
  void nobodyWinsATie() {
    Votes votes = Votes.count(new int[] {7, 3, 3, 7, 1}, 0, 1, 2, 3, 4);
    assertThat(votes.tallies()).containsExactly(new Tally(3, 2), new Tally(7, 2), new Tally(1, 1));
    assertThat(votes.wonBy(3)).isFalse();
    assertThat(votes.wonBy(7)).isFalse();
  }

  @Test
  void aTieBelowTheMostVotesDoesNotMatter() {
    assertThat(Votes.count(new int[] {1, 5, 5, 2}, 0, 1, 2, 3).wonBy(5)).isTrue();
  }

  @Test
  void onlyThePersonsOwnPicturesVote() {
    assertThat(Votes.count(new int[] {1, 1, 8, 1, 1}, 2).wonBy(8)).isTrue();
  }

  @Test
  void aPictureWithoutANearestNameVotesForNobody() {
    Votes votes = Votes.count(new int[] {NearestNames.NONE, 3, NearestNames.NONE}, 0, 1, 2);
    assertThat(votes.tallies()).containsExactly(new Tally(3, 1));
    assertThat(votes.wonBy(3)).isTrue();
  }
}
