package dev.lethe.fetch;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.fetch.FetchedFile.State;
import dev.lethe.fetch.archive.Mark;
import dev.lethe.fetch.archive.Unpacker;
import dev.lethe.fetch.catalogue.ArchiveFormat;
import dev.lethe.fetch.catalogue.Entry;
import dev.lethe.fetch.catalogue.RemoteFile;
import dev.lethe.fetch.download.Download;
import dev.lethe.fetch.download.Downloaded;
import dev.lethe.fetch.download.Downloader;
import dev.lethe.io.IoFailure;
import dev.lethe.io.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings entries of the catalogue into folders. What is there already is checked and left alone;
 * what was interrupted goes on where it stopped, and who fetches the same archive meanwhile waits.
 */
public final class Fetcher {
  private final Downloader downloader;

  Fetcher(Downloader downloader) {
    this.downloader = downloader;
  }

  /**
   * Returns a fetcher for the network that environment variables describe: {@code https_proxy},
   * {@code http_proxy}, {@code no_proxy}, and {@code HF_TOKEN}, which is sent to huggingface.co
   * only.
   *
   * @throws dev.lethe.api.UsageException if a proxy cannot be used
   */
  public static Fetcher of(Map<String, String> environment) {
    return new Fetcher(Downloader.of(environment));
  }

  /**
   * Fetches all files of an entry.
   *
   * @param folder where they are put; made if it is missing
   * @return the files in the order of the entry
   * @throws LetheException if one of them cannot be had; those before it stay
   * @throws CancelledException if the thread was interrupted; what has come is kept
   */
  public List<FetchedFile> fetch(Entry entry, Path folder, Progress progress) {
    List<FetchedFile> fetched = new ArrayList<>();
    for (RemoteFile file : entry.files()) {
      fetched.add(fetch(entry, file, folder, progress));
    }
    return List.copyOf(fetched);
  }

  private FetchedFile fetch(Entry entry, RemoteFile file, Path folder, Progress progress) {
    ArchiveFormat archive = file.archive();
    if (archive != null) {
      return fetch(entry, file, archive, folder, progress);
    }
    Path target = folder.resolve(file.file());
    return fetched(entry, file, target, download(entry, file, target, progress));
  }

  /** Two who fetch the same archive would unpack it into the same unfinished folder. */
  private FetchedFile fetch(
      Entry entry, RemoteFile file, ArchiveFormat format, Path folder, Progress progress) {
    Path path = file.in(folder);
    if (isUnpacked(entry, file, path)) {
      return present(entry, file, path);
    }
    ProcessLock lock =
        ProcessLock.take(
            path.resolveSibling("." + path.getFileName() + ".lethe-lock"),
            "another fetch brings %s: waiting for it".formatted(path),
            progress);
    try {
      if (isUnpacked(entry, file, path)) {
        return present(entry, file, path);
      }
      Path target = folder.resolve(file.file());
      Downloaded downloaded = download(entry, file, target, progress);
      Mark mark = new Mark(entry.address(file), downloaded.sha256());
      Unpacker.unpack(target, format, path, mark, progress);
      delete(target);
      return fetched(entry, file, path, downloaded);
    } finally {
      lock.remove();
    }
  }

  private static boolean isUnpacked(Entry entry, RemoteFile file, Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    new Mark(entry.address(file), file.sha256()).require(path);
    return true;
  }

  private Downloaded download(Entry entry, RemoteFile file, Path target, Progress progress) {
    return downloader.get(
        new Download(entry.address(file), target, file.sha256(), file.size()), progress);
  }

  private static FetchedFile present(Entry entry, RemoteFile file, Path path) {
    return new FetchedFile(path, entry.address(file), State.PRESENT, null, null, false);
  }

  private static FetchedFile fetched(
      Entry entry, RemoteFile file, Path path, Downloaded downloaded) {
    return new FetchedFile(
        path,
        entry.address(file),
        downloaded.wasThere() ? State.PRESENT : State.FETCHED,
        downloaded.bytes(),
        downloaded.sha256(),
        file.sha256() != null);
  }

  private static void delete(Path archive) {
    try {
      Files.delete(archive);
    } catch (IOException e) {
      throw IoFailure.cannotWrite(archive, e);
    }
  }
}
