package dev.lethe.tensor.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tensors of an archive as {@code torch.save} writes it since PyTorch 1.6, or {@code
 * torch.jit.save}.
 */
final class StateDictReader {
  private static final String PICKLE = "data.pkl";
  private static final String PROGRAM = "constants.pkl";
  private static final int LARGEST_PICKLE = 16 << 20;
  private static final int PROTOCOL = 0x80;
  private static final int ZIP_SIGNATURE = 0x04034b50;

  private final FileBytes file;

  StateDictReader(FileBytes file) {
    this.file = file;
  }

  StateDict read() throws IOException {
    requireArchive();
    Map<String, ZipRecord> records = ZipDirectory.read(file);
    String root = root(records);
    requireLittleEndian(records.get(root + "byteorder"));
    ByteBuffer pickle = content(records.get(root + PICKLE), LARGEST_PICKLE);
    PickleInput input = new PickleInput(pickle);
    TorchCalls calls = new TorchCalls(records, root);
    if (records.containsKey(root + PROGRAM)) { // whose code is never looked at
      Object saved = new Unpickler(input, calls, Symbol::inProgram).load();
      return new StateDict(ProgramWeights.of(saved), true, List.of());
    }
    return SavedWeights.in(new Unpickler(input, calls, Symbol::named).load());
  }

  private void requireArchive() throws IOException {
    ByteBuffer start = file.read(0, Integer.BYTES, "start");
    if (Byte.toUnsignedInt(start.get(0)) == PROTOCOL) {
      throw new RefusedException(
          "it has the format from before PyTorch 1.6; convert it, where you trust it, with"
              + " torch.save(torch.load(old, weights_only=True), new)");
    }
    if (start.getInt(0) != ZIP_SIGNATURE) {
      throw new RefusedException("it does not begin like an archive of torch.save");
    }
  }

  /** Everything lies in one folder, named after the file that was first written. */
  private static String root(Map<String, ZipRecord> records) {
    List<String> pickles = records.keySet().stream().filter(n -> n.endsWith("/" + PICKLE)).toList();
    if (pickles.size() != 1) {
      throw new RefusedException("it has %d records %s, expected one", pickles.size(), PICKLE);
    }
    return pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
  }

  private void requireLittleEndian(@Nullable ZipRecord record) throws IOException {
    if (record != null) {
      String order = StandardCharsets.UTF_8.decode(content(record, 16)).toString();
      if (!order.equals("little")) {
        throw new RefusedException(
            "its byte order is '%s'; save it again on a little-endian machine", order);
      }
    }
  }

  private ByteBuffer content(ZipRecord record, int most) throws IOException {
    if (record.length() > most) {
      throw new RefusedException(
          "its record '%s' has %d bytes, expected at most %d",
          record.name(), record.length(), most);
    }
    return file.read(record.requirePlain().begin(), (int) record.length(), record.name());
  }
}
