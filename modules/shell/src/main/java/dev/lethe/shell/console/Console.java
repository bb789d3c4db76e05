package dev.lethe.shell.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Where a command writes. Whatever it writes there, a terminal shows and does not obey. */
public final class Console {
  private static final int USUAL_COLUMNS = 80;

  private final PrintWriter rawOut;
  private final PrintWriter rawErr;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final @Nullable Person person;
  private final IntSupplier width;

  /**
   * Creates a console.
   *
   * @param out takes the result
   * @param err takes progress and failures
   * @param outIsTerminal whether a person sees the result as it is written
   * @param errIsTerminal whether a person sees progress as it is written
   */
  public Console(PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
    this(out, err, outIsTerminal, errIsTerminal, null, Console::columnsOfProcess);
  }

  private Console(
      PrintWriter out,
      PrintWriter err,
      boolean outIsTerminal,
      boolean errIsTerminal,
      @Nullable Person person,
      IntSupplier width) {
    rawOut = out;
    rawErr = err;
    this.out = new PrintWriter(new VisibleWriter(out), true);
    this.err = new PrintWriter(new VisibleWriter(err), true);
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
    this.person = person;
    this.width = width;
  }

  /** Returns the console of the process, as its script found it. */
  public static Console ofProcess() {
    Console console = of(System.out, System.err, isTerminal(1), isTerminal(2));
    return isTerminal(0) && isTerminal(2) ? console.with(console::answer) : console;
  }

  /** Returns a console on streams. */
  public static Console of(
      PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {
    return new Console(writer(out), writer(err), outIsTerminal, errIsTerminal);
  }

  /** Returns the same console with somebody who can be asked. */
  public Console with(Person somebody) {
    return new Console(rawOut, rawErr, outIsTerminal, errIsTerminal, somebody, width);
  }

  /** Returns the same console on a terminal whose width may change. */
  public Console as(IntSupplier columns) {
    return new Console(rawOut, rawErr, outIsTerminal, errIsTerminal, person, columns);
  }

  /** Returns the width of the process's terminal when it started, or what one usually has. */
  public static int columnsOfProcess() {
    int columns = Integer.getInteger("lethe.columns", 0);
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** Returns how wide a line of the result may be; a program reads lines of any width. */
  public int columns() {
    return outIsTerminal ? terminalColumns() : Integer.MAX_VALUE;
  }

  /** Returns how wide a line of the terminal is. */
  public int terminalColumns() {
    int columns = width.getAsInt();
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** Returns whether a file descriptor of the process is a terminal; Java itself cannot tell. */
  public static boolean isTerminal(int descriptor) {
    return System.getProperty("lethe.terminals", "").contains(Integer.toString(descriptor));
  }

  /** Returns where the result goes. */
  public PrintWriter out() {
    return out;
  }

  /** Returns where progress and failures go. */
  public PrintWriter err() {
    return err;
  }

  /** Returns where the result goes with orders to a terminal, for texts that are Lethe's own. */
  public PrintWriter styledOut() {
    return rawOut;
  }

  /** Returns where progress goes with orders to a terminal, for texts that are Lethe's own. */
  public PrintWriter styledErr() {
    return rawErr;
  }

  /** Returns whether a person sees progress as it is written. */
  public boolean errIsTerminal() {
    return errIsTerminal;
  }

  /** Returns whether the result may be colored. */
  public boolean hasColors() {
    return outIsTerminal
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** Returns who can be asked; empty where a program reads, or nobody does. */
  public Optional<Person> person() {
    return Optional.ofNullable(person);
  }

  private @Nullable String answer(String question) throws IOException, InterruptedException {
    err.print(question);
    err.flush();
    return new InputLines(System.in).next();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
