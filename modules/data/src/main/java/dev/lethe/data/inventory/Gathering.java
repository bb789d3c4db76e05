package dev.lethe.data.inventory;

import dev.lethe.data.folder.Contents;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.folder.Omission;
import dev.lethe.data.image.FileRange;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.image.RgbConversion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is gathered from the folders of a data set: files to look at, and what is not looked at. */
public final class Gathering {
  private final RgbConversion toRgb;
  private final List<PathImage> files = new ArrayList<>();
  private final List<Omission> lost = new ArrayList<>();
  private final List<Omission> aside = new ArrayList<>();

  /**
   * Begins with nothing.
   *
   * @param toRgb when pictures become RGB
   */
  public Gathering(RgbConversion toRgb) {
    this.toRgb = toRgb;
  }

  /** Lists a folder; what is hidden in it or cannot be read is noted. */
  public Contents contents(Folder folder) {
    Contents contents = folder.contents();
    lost.addAll(contents.lost());
    aside.addAll(contents.hidden());
    return contents;
  }

  /** Returns the folders in a folder; whatever else it holds is left aside. */
  public List<Folder> folders(Folder folder) {
    Contents contents = contents(folder);
    contents.files().forEach(file -> aside.add(new Omission(file, "in no folder of its own")));
    return contents.folders();
  }

  /** Gathers the files of a folder, whatever they are called, and returns them. */
  public List<PathImage> files(Folder folder) {
    Contents contents = contents(folder);
    contents.folders().forEach(inner -> leaveAside(inner, "a folder within"));
    return contents.files().stream().map(this::picture).toList();
  }

  /** Gathers one file, whatever it is called, and returns it. */
  public PathImage picture(Path file) {
    return picture(FileRange.whole(file));
  }

  /** Gathers a stretch of a file and returns it. */
  public PathImage picture(FileRange range) {
    PathImage picture = new PathImage(range, toRgb);
    files.add(picture);
    return picture;
  }

  /** Leaves a folder aside. */
  public void leaveAside(Folder folder, String reason) {
    leaveAside(folder.path(), reason);
  }

  /** Leaves a file aside. */
  public void leaveAside(Path file, String reason) {
    aside.add(new Omission(file, reason));
  }

  /** Notes that there should be a picture, and there is none that anybody could read. */
  public void lose(Path file, String reason) {
    lost.add(new Omission(file, reason));
  }

  List<PathImage> files() {
    return files;
  }

  List<Omission> lost() {
    return lost;
  }

  List<Omission> aside() {
    return aside;
  }
}
