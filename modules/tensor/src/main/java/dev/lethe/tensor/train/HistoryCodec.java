package dev.lethe.tensor.train;

import dev.lethe.api.defense.TrainingHistory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A history as bytes. */
final class HistoryCodec {
  private HistoryCodec() {}

  static void write(DataOutputStream out, List<TrainingHistory.Step> history) throws IOException {
    out.writeInt(history.size());
    for (TrainingHistory.Step step : history) {
      out.writeDouble(step.learningRate());
      out.writeDouble(step.seconds());
      out.writeInt(step.losses().size());
      for (Map.Entry<String, Double> loss : new TreeMap<>(step.losses()).entrySet()) {
        out.writeUTF(loss.getKey());
        out.writeDouble(loss.getValue());
      }
    }
  }

  static List<TrainingHistory.Step> read(DataInputStream in) throws IOException {
    List<TrainingHistory.Step> history = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      double rate = in.readDouble();
      double seconds = in.readDouble();
      Map<String, Double> losses = new HashMap<>();
      for (int terms = in.readInt(); terms > 0; terms--) {
        losses.put(in.readUTF(), in.readDouble());
      }
      history.add(new TrainingHistory.Step(losses, rate, seconds));
    }
    return history;
  }
}
