package dev.lethe.shell.progress;

/** Shows what tasks do. */
interface ProgressView {

  void changed(TaskState task);

  void ended(TaskState task, boolean outermost);

  void message(String line);
}
