package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import dev.lethe.shell.result.DeviceDescription;
import dev.lethe.tensor.TorchLibrary;
import dev.lethe.tensor.hardware.NvidiaDriver;
import dev.lethe.tensor.hardware.Processor;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "device",
    description = {
      "Shows what computes: PyTorch's library, processor, threads, GPUs and their memory.",
      "Where a GPU is not used, it says what is missing and what to do."
    },
    footer = {"", "Choose a device with: lethe run CONFIG device=auto|cpu|cuda|cuda:1"})
final class DeviceCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private OutputOptions output;

  DeviceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DeviceDescription description = new DeviceDescription(Processor.find(), NvidiaDriver.find());
    int code = 0;
    try {
      description.with(TorchLibrary.load());
    } catch (LetheException e) {
      description.without(String.valueOf(e.getMessage()));
      code = Failures.FAILED;
    }
    print(description.rows());
    return code;
  }

  private void print(Map<String, Object> rows) {
    if (output.json()) {
      JsonOutput.print(console, rows);
      return;
    }
    Table table = new Table();
    rows.forEach((key, value) -> table.row(key, DeviceDescription.text(value)));
    table.printRows(console);
  }
}
