package dev.lethe.api.defense;

import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * What a model shall keep, by example. What a strategy does not {@linkplain
 * dev.lethe.api.method.Need need} is empty. Data are begun with {@link #none} and completed part by
 * part.
 *
 * @param captions ordinary captions, without those that are held out for evaluations
 * @param images ordinary pictures, without those that are held out for evaluations, in the order of
 *     their source
 * @param retained people whose faces shall be kept, with photographs that no attack uses; none of
 *     them is to be forgotten
 * @param people the people of the data set with photographs that no attack uses, those to be
 *     forgotten among them
 * @param attacked the people under test with the photographs that attacks use, those to be
 *     forgotten among them; only for what must do as published code does
 */
public record TrainingData(
    List<String> captions,
    List<ImageFile> images,
    List<Person> retained,
    List<Person> people,
    List<Person> attacked) {

  /** Copies the lists. */
  public TrainingData {
    captions = List.copyOf(captions);
    images = List.copyOf(images);
    retained = List.copyOf(retained);
    people = List.copyOf(people);
    attacked = List.copyOf(attacked);
  }

  /** Returns no data. */
  public static TrainingData none() {
    return new TrainingData(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Returns captions and nothing else. */
  public static TrainingData ofCaptions(List<String> captions) {
    return none().withCaptions(captions);
  }

  /** Returns these data with other captions. */
  public TrainingData withCaptions(List<String> others) {
    return new TrainingData(others, images, retained, people, attacked);
  }

  /** Returns these data with other ordinary pictures. */
  public TrainingData withImages(List<ImageFile> others) {
    return new TrainingData(captions, others, retained, people, attacked);
  }

  /** Returns these data with other people to retain. */
  public TrainingData withRetained(List<Person> others) {
    return new TrainingData(captions, images, others, people, attacked);
  }

  /** Returns these data with other photographs that no attack uses. */
  public TrainingData withPeople(List<Person> others) {
    return new TrainingData(captions, images, retained, others, attacked);
  }

  /** Returns these data with other photographs that attacks use. */
  public TrainingData withAttacked(List<Person> others) {
    return new TrainingData(captions, images, retained, people, others);
  }
}
