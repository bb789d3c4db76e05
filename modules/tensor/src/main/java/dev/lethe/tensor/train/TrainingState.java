package dev.lethe.tensor.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Unfinished;
import dev.lethe.io.hash.Sha256;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** The file from which a killed training goes on: who it belongs to, its history, its tensors. */
final class TrainingState {
  private static final String FORMAT = "lethe.training/2";

  private final TrainingPlan plan;
  private final AdamW optimizer;
  private final String identity;

  TrainingState(TrainingPlan plan, Adapted weights, AdamW optimizer) {
    this.plan = plan;
    this.optimizer = optimizer;
    this.identity = identity(plan, weights);
  }

  /** Puts the saved tensors back and returns the steps done; none where nothing fits. */
  List<TrainingHistory.Step> restore(NDManager memory, Progress progress) {
    TrainingPlan.State state = plan.state();
    if (state == null || !Files.exists(state.file())) {
      return List.of();
    }
    try (DataInputStream in = new DataInputStream(StateFile.open(state.file()));
        NDManager scope = memory.newSubManager()) {
      if (!in.readUTF().equals(FORMAT) || !in.readUTF().equals(identity)) {
        progress.message(
            plan.name() + ": the saved state is of another training; starting from step 1");
        return List.of();
      }
      List<TrainingHistory.Step> history = HistoryCodec.read(in);
      NDList saved = NDList.decode(scope, in);
      optimizer.restore(scope, saved);
      return history;
    } catch (IOException | IllegalArgumentException e) {
      progress.message(plan.name() + ": the saved state cannot be read; starting from step 1");
      return List.of();
    }
  }

  /** Saves, if it is time. */
  void save(List<TrainingHistory.Step> history) {
    TrainingPlan.State state = plan.state();
    if (state == null || history.size() % state.every() != 0) {
      return;
    }
    try (Unfinished file = Unfinished.of(state.file())) {
      write(file.path(), history);
      file.putInPlace();
    } catch (IOException e) {
      throw IoFailure.cannot("save the state of training to", state.file(), e);
    }
  }

  private void write(Path file, List<TrainingHistory.Step> history) throws IOException {
    StateFile.write(
        file,
        out -> {
          out.writeUTF(FORMAT);
          out.writeUTF(identity);
          HistoryCodec.write(out, history);
          optimizer.state().encode(out);
        });
  }

  /** Hashes what decides the result: the plan, its fingerprint, and the values to start from. */
  private static String identity(TrainingPlan plan, Adapted weights) {
    TrainingPlan.State state = plan.state();
    if (state == null) {
      return "";
    }
    MessageDigest hash = Sha256.start();
    hash.update(utf8(plan.steps() + "\n" + plan.weightDecay() + "\n" + state.fingerprint()));
    update(hash, weights.effective());
    if (weights.trained() != weights.effective()) {
      update(hash, weights.trained());
    }
    return Sha256.end(hash);
  }

  private static void update(MessageDigest hash, ParameterSet parameters) {
    for (Parameter parameter : parameters) {
      hash.update(utf8("\n" + parameter.info().name() + parameter.value().getShape()));
      hash.update(parameter.value().toByteBuffer());
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
