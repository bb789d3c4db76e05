package dev.lethe.api.panel;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something to look at beside the metrics. It is data alone: a report draws it, on a page, as text
 * and in tables, and stores it. Names of people stand in places of their own, so that they can be
 * replaced without reading any text.
 */
public sealed interface Panel
    permits TablePanel,
        CurvePanel,
        ScatterPanel,
        PeoplePanel,
        VotesPanel,
        MapPanel,
        PicturesPanel,
        TextPanel {

  /** Returns its heading; names nobody. */
  String title();

  /** Returns how to read it, a sentence or more; names nobody, and may be empty. */
  String explanation();

  /**
   * Returns what of it a report may show that tells nobody whom it is about; empty where nothing is
   * left. Numbers that follow from a name are left out too: whoever guesses the name could compute
   * them again, and would know by them that the guess is right.
   *
   * @param pseudonyms gives a name's stand-in
   */
  Optional<Panel> redacted(UnaryOperator<String> pseudonyms);
}
