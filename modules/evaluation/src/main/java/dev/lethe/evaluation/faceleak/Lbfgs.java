package dev.lethe.evaluation.faceleak;

import dev.lethe.api.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the minimum of a smooth convex function: the limited-memory BFGS method with a backtracking
 * line search, which draws nothing by chance.
 *
 * <p>Source: Nocedal and Wright, "Numerical Optimization", 2006, algorithms 3.1, 7.4 and 7.5.
 */
final class Lbfgs {
  private static final int REMEMBERED = 10;
  private static final double SUFFICIENT = 1e-4;
  private static final double SHORTEST = 1e-12;

  private final Function function;
  private final Deque<Change> changes = new ArrayDeque<>();

  private Lbfgs(Function function) {
    this.function = function;
  }

  /** What is minimized. */
  interface Function {

    /** Returns the value at a place and writes the gradient there into an array. */
    double at(double[] place, double[] gradient);
  }

  /**
   * Walks from a place to the minimum.
   *
   * @param start the place, which becomes the minimum
   * @param tolerance the largest component of a gradient that counts as zero
   * @param steps the most to take
   * @param work advances with each step
   */
  static void minimize(
      Function function, double[] start, double tolerance, int steps, Progress.Task work) {
    new Lbfgs(function).walk(start, tolerance, steps, work);
  }

  private void walk(double[] place, double tolerance, int steps, Progress.Task work) {
    double[] gradient = new double[place.length];
    double value = function.at(place, gradient);
    double[] next = new double[place.length];
    double[] nextGradient = new double[place.length];
    for (int step = 0; step < steps && largest(gradient) > tolerance; step++) {
      double[] direction = direction(gradient);
      double slope = dot(direction, gradient);
      double length = changes.isEmpty() ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
      double nextValue = Double.POSITIVE_INFINITY;
      while (length > SHORTEST && !(nextValue <= value + SUFFICIENT * length * slope)) {
        for (int i = 0; i < place.length; i++) {
          next[i] = place[i] + length * direction[i];
        }
        nextValue = function.at(next, nextGradient);
        length /= 2;
      }
      if (!(nextValue < value)) {
        if (changes.isEmpty()) {
          return; // rounding alone decides from here on
        }
        changes.clear(); // what they tell of the curvature is rounding
        continue;
      }
      remember(place, next, gradient, nextGradient);
      System.arraycopy(next, 0, place, 0, place.length);
      System.arraycopy(nextGradient, 0, gradient, 0, place.length);
      value = nextValue;
      work.advance(1);
    }
  }

  /** Returns minus the gradient, multiplied by what is known of the inverse second derivative. */
  private double[] direction(double[] gradient) {
    double[] q = gradient.clone();
    double[] alpha = new double[changes.size()];
    int i = 0;
    for (Change change : changes) {
      alpha[i] = dot(change.place, q) / change.curvature;
      add(q, -alpha[i], change.gradient);
      i++;
    }
    if (!changes.isEmpty()) {
      Change last = changes.getFirst();
      scale(q, last.curvature / dot(last.gradient, last.gradient));
    }
    for (Iterator<Change> oldest = changes.descendingIterator(); oldest.hasNext(); ) {
      Change change = oldest.next();
      i--;
      add(q, alpha[i] - dot(change.gradient, q) / change.curvature, change.place);
    }
    scale(q, -1);
    return q;
  }

  private void remember(double[] place, double[] next, double[] gradient, double[] nextGradient) {
    double[] ofPlace = difference(next, place);
    double[] ofGradient = difference(nextGradient, gradient);
    double curvature = dot(ofPlace, ofGradient);
    if (curvature > 0) {
      changes.addFirst(new Change(ofPlace, ofGradient, curvature));
      if (changes.size() > REMEMBERED) {
        changes.removeLast();
      }
    }
  }

  private static double largest(double[] vector) {
    double largest = 0;
    for (double component : vector) {
      largest = Math.max(largest, Math.abs(component));
    }
    return largest;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    add(difference, -1, b);
    return difference;
  }

  private static void add(double[] vector, double factor, double[] other) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += factor * other[i];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * What a step changed.
   *
   * @param curvature the product of the two
   */
  private record Change(double[] place, double[] gradient, double curvature) {}
}
