package dev.lethe.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file that {@code torch.jit.save} would write for a module without parameters: a zip, not
 * compressed, of a pickled object, the source of its class, no constants, and a format version.
 */
final class TorchScriptArchive {
  /** The newest operator semantics that libtorch 2.7 knows; an older one would translate source. */
  private static final String FORMAT_VERSION = "10\n";

  private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

  private TorchScriptArchive() {}

  static byte[] write(String className, String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "module/data.pkl", instance(className));
      put(zip, "module/code/__torch__.py", utf8(source));
      put(zip, "module/constants.pkl", EMPTY_TUPLE);
      put(zip, "module/version", utf8(FORMAT_VERSION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pickles an instance of {@code __torch__.NAME} whose state is {@code {"training": False}}. */
  private static byte[] instance(String className) throws IOException {
    byte[] training = utf8("training");
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.write(new byte[] {(byte) 0x80, 2}); // PROTO 2
    pickle.write(utf8("c__torch__\n" + className + "\n")); // GLOBAL
    pickle.write(new byte[] {')', (byte) 0x81}); // EMPTY_TUPLE NEWOBJ
    pickle.write(new byte[] {'}', '('}); // EMPTY_DICT MARK
    pickle.write(new byte[] {'X', (byte) training.length, 0, 0, 0}); // BINUNICODE
    pickle.write(training);
    pickle.write((byte) 0x89); // NEWFALSE
    pickle.write(new byte[] {'u', 'b', '.'}); // SETITEMS BUILD STOP
    return pickle.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
