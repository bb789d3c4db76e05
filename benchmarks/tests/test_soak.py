import random
import unittest

from driver.soak import PAGE, Slope


class SlopeTest(unittest.TestCase):
    def test_memory_that_is_flat_but_for_noise_is_within_noise_of_zero(self):
        draw = random.Random(0)
        slope = Slope.of([10**9 + draw.gauss(0, 10**6) for _ in range(500)])
        self.assertTrue(slope.noise)
        self.assertTrue(slope.low < 0 < slope.high)

    def test_a_leak_below_the_noise_of_a_single_step_is_found(self):
        draw = random.Random(0)
        slope = Slope.of([10**9 + 20_000 * step + draw.gauss(0, 10**5) for step in range(500)])
        self.assertFalse(slope.noise)
        self.assertTrue(slope.low < 20_000 < slope.high)

    def test_less_than_a_page_a_step_is_not_told_from_zero(self):
        self.assertTrue(Slope.of([step * PAGE // 2 for step in range(500)]).noise)
        self.assertFalse(Slope.of([step * PAGE * 2 for step in range(500)]).noise)


if __name__ == "__main__":
    unittest.main()
