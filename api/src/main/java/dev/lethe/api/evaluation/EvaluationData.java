package dev.lethe.api.evaluation;

import dev.lethe.api.data.Images;
import dev.lethe.api.data.Person;
import java.util.List;

/**
 * What an evaluation may measure with. What it does not {@linkplain dev.lethe.api.method.Need need}
 * is empty. Data are begun with {@link #none} and completed part by part.
 *
 * @param captions ordinary captions that no defense trains on
 * @param images ordinary pictures that no defense trains on
 * @param people the people under test with the photographs that attacks use, those who are to be
 *     forgotten among them
 */
public record EvaluationData(
    List<String> captions, List<Images.Captioned> images, List<Person> people) {

  /** Copies the lists. */
  public EvaluationData {
    captions = List.copyOf(captions);
    images = List.copyOf(images);
    people = List.copyOf(people);
  }

  /** Returns no data. */
  public static EvaluationData none() {
    return new EvaluationData(List.of(), List.of(), List.of());
  }

  /** Returns captions and nothing else. */
  public static EvaluationData ofCaptions(List<String> captions) {
    return none().withCaptions(captions);
  }

  /** Returns these data with other captions. */
  public EvaluationData withCaptions(List<String> others) {
    return new EvaluationData(others, images, people);
  }

  /** Returns these data with other ordinary pictures. */
  public EvaluationData withImages(List<Images.Captioned> others) {
    return new EvaluationData(captions, others, people);
  }

  /** Returns these data with other people under test. */
  public EvaluationData withPeople(List<Person> others) {
    return new EvaluationData(captions, images, others);
  }
}
