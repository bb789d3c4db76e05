package dev.lethe.data.inventory;

import dev.lethe.data.folder.Contents;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.folder.Omission;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.image.RgbConversion;
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

  /** Returns the folders in a folder; whatever else it holds is left aside. */
  public List<Folder> folders(Folder folder) {
    Contents contents = add(folder);
    contents.files().forEach(file -> aside.add(new Omission(file, "in no folder of its own")));
    return contents.folders();
  }

  /** Gathers the files of a folder, whatever they are called, and returns them. */
  public List<PathImage> files(Folder folder) {
    Contents contents = add(folder);
    contents.folders().forEach(inner -> leaveAside(inner, "a folder within"));
    List<PathImage> found =
        contents.files().stream().map(file -> new PathImage(file, toRgb)).toList();
    files.addAll(found);
    return found;
  }

  /** Leaves a folder aside. */
  public void leaveAside(Folder folder, String reason) {
    aside.add(new Omission(folder.path(), reason));
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

  private Contents add(Folder folder) {
    Contents contents = folder.contents();
    lost.addAll(contents.lost());
    aside.addAll(contents.hidden());
    return contents;
  }
}
