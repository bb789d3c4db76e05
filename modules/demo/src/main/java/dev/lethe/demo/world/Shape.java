package dev.lethe.demo.world;

/** Shapes of the zero-shot task, distinct even where a few pixels must do. */
enum Shape {
  CIRCLE {
    @Override
    Region region() {
      return Region.circle(0.5, 0.5, 0.3);
    }
  },
  BAR {
    @Override
    Region region() {
      return Region.box(0.14, 0.4, 0.86, 0.6);
    }
  },
  PILLAR {
    @Override
    Region region() {
      return Region.box(0.4, 0.14, 0.6, 0.86);
    }
  },
  TRIANGLE {
    @Override
    Region region() {
      return Region.halfPlane(0, 1, 0.74)
          .and(Region.halfPlane(0.867, -0.498, 0.334))
          .and(Region.halfPlane(-0.867, -0.498, -0.533));
    }
  },
  RING {
    @Override
    Region region() {
      return Region.circle(0.5, 0.5, 0.27).outline(0.11);
    }
  },
  CROSS {
    @Override
    Region region() {
      return Region.box(0.42, 0.17, 0.58, 0.83).or(Region.box(0.17, 0.42, 0.83, 0.58));
    }
  };

  /** Returns the shape in the middle of the picture. */
  abstract Region region();
}
