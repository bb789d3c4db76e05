package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Job;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** A session of Gogo in which the commands are functions. */
final class Gogo implements AutoCloseable {
  private static final String[] PROCEDURAL = {"each", "if", "not", "try", "until", "while"};
  private static final String[] POSIX = {
    "cat", "echo", "grep", "head", "ls", "sleep", "sort", "tail"
  };
  private static final long POLL_MILLIS = 50;

  private final CommandSession session;
  private final AtomicInteger active = new AtomicInteger();

  Gogo(PromptCommands commands, ShellStreams streams) {
    // Gogo replaces these by streams that find their session's: on top of such a one the session
    // would write to itself for ever.
    PrintStream out = ShieldedStream.of(streams.out());
    PrintStream err = ShieldedStream.of(streams.err());
    BundleContext context = FrameworkUtil.getBundle(Gogo.class).getBundleContext();
    CommandProcessor processor = processor(context);
    commands
        .names()
        .forEach(
            name ->
                register(context, "lethe", new GogoCommand(commands, name, active, streams), name));
    register(context, "lethe", (Function) (s, arguments) -> exit(), "exit");
    register(context, "gogo", new Procedural(), PROCEDURAL);
    register(context, "gogo", new Posix(processor), POSIX);
    session = processor.createSession(InputStream.nullInputStream(), out, err);
    session.put("SCOPE", "lethe:gogo:*");
    if (!Console.isTerminal(1)) {
      plainGrep();
    }
  }

  /** Gogo takes every session for a terminal and would color what goes into a file. */
  private void plainGrep() {
    try {
      session.execute("grep = { gogo:grep --color=never $args }");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(CharSequence text) throws Exception {
    session.execute(text);
  }

  /** Asks what runs in the foreground to stop. */
  void interruptForeground() {
    Job job = session.foregroundJob();
    if (job != null) {
      job.interrupt();
    }
  }

  /** Waits until nothing runs, in the foreground or background. */
  void awaitIdle() throws InterruptedException {
    while (!session.jobs().isEmpty() || active.get() > 0) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Asks everything to stop and waits until it has. */
  void stop() {
    boolean interrupted = Thread.interrupted();
    while (!session.jobs().isEmpty() || active.get() > 0) {
      // A copy, since jobs that end leave the list: of this thread, or of their own meanwhile.
      Stream.of(session.jobs().toArray(Job[]::new))
          .filter(Objects::nonNull)
          .forEach(Job::interrupt);
      try {
        awaitIdle();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private static Object exit() {
    throw new ExitRequest();
  }

  private static CommandProcessor processor(BundleContext context) {
    try {
      FrameworkUtil.getBundle(CommandProcessor.class).start();
    } catch (BundleException e) {
      throw new IllegalStateException("Gogo does not start", e);
    }
    ServiceReference<CommandProcessor> reference =
        context.getServiceReference(CommandProcessor.class);
    return context.getService(reference);
  }

  private static void register(
      BundleContext context, String scope, Object functions, String... names) {
    Dictionary<String, Object> properties =
        new Hashtable<>(
            Map.of(
                CommandProcessor.COMMAND_SCOPE, scope, CommandProcessor.COMMAND_FUNCTION, names));
    context.registerService(Object.class, functions, properties);
  }
}
