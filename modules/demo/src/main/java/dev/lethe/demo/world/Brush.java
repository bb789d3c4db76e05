package dev.lethe.demo.world;

/** Paints on a canvas in the coordinates of what stands there in a pose. */
record Brush(Canvas canvas, Pose pose) {

  void fill(Region region, Color color) {
    canvas.fill(pose.place(region), color);
  }
}
