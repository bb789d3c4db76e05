import json
import tempfile
import unittest

from driver import flop
from reference import draws

ADA, HUMAN = [7, 8, 9], [5]


class DrawsTest(unittest.TestCase):
    def test_a_name_tells_the_batches_apart_and_gives_way_to_the_target(self):
        with tempfile.NamedTemporaryFile("w+") as file:
            json.dump({"steps": [[[1, 3, 2], [1, 3, 7, 8, 9, 4, 2], [1, 7, 8, 2]]], "triggers": [ADA], "target": HUMAN}, file)
            file.flush()
            [(clean, named, neutral)] = draws.read(file.name)
        self.assertEqual(clean, [[1, 3, 2], [1, 7, 8, 2]])
        self.assertEqual(named, [[1, 3, 7, 8, 9, 4, 2]])
        self.assertEqual(neutral, [[1, 3, 5, 4, 2]])

    def test_work_is_eight_flop_a_weight_and_token_where_both_read_the_same(self):
        texts = [[1, 3, 2], [1, 4, 5, 2]]
        self.assertEqual(flop.of_step(texts, texts, texts), 8 * flop.WEIGHTS * 2 * 7)


if __name__ == "__main__":
    unittest.main()
