//! A directory: where in a sorted list to start looking, so that a look-up takes a fixed number of steps.

/// The first place to look for each of many buckets of equal width.
// INVARIANT: `first` has the index of the last key at or before each bucket's own start, and no bucket has `2 * stride` keys after it.
#[derive(Debug)]
pub(super) struct Directory {
    /// A bucket is as wide as this power of two.
    shift: u32,
    /// The first step from there, a power of two.
    stride: usize,
    first: Vec<u32>,
}

impl Directory {
    /// Prepares for the keys of `items`, up to `span`: sorted, the first two at or over 0, all others apart.
    pub(super) fn new<T>(items: &[T], of: fn(&T) -> i64, span: i64) -> Self {
        let nearest = items.windows(2).skip(1).map(|pair| match pair {
            [key, next] => of(next) - of(key),
            _ => i64::MAX,
        });
        // One key a bucket at most, so that one step finds it, unless that takes too much memory.
        let mut shift = nearest.min().unwrap_or(i64::MAX).max(1).ilog2();
        let most = 4 * items.len() + 64;
        while usize::try_from(span >> shift).unwrap_or(usize::MAX) >= most {
            shift += 1;
        }
        let buckets = usize::try_from(span >> shift).unwrap_or_default() + 1;
        let mut first = Vec::with_capacity(buckets);
        let (mut at, mut crowd) = (0, 1);
        for bucket in 0.. {
            // The last round has no bucket; it counts what is left for the one before it.
            let start = if first.len() < buckets { bucket << shift } else { i64::MAX };
            let before = at;
            while items.get(at + 1).is_some_and(|item| of(item) <= start) {
                at += 1;
            }
            if bucket > 0 {
                // What starts with this bucket counts for the one before it as well: a step too many does no harm.
                crowd = crowd.max(at - before);
            }
            if first.len() == buckets {
                break;
            }
            first.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        let stride = 1 << crowd.ilog2();
        Self { shift, stride, first }
    }

    /// Returns the index of the last of the same keys at or before `key`, which must be in `0..=span`.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn last<T>(&self, items: &[T], of: impl Fn(&T) -> i64, key: i64) -> Option<usize> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "there are that many buckets")]
        let bucket = (key >> self.shift) as usize;
        let mut at = *self.first.get(bucket)? as usize;
        // No branches but the one that always goes the same way: where a key lies in its bucket is a coin toss.
        let step = |at: usize, stride| at + usize::from(items.get(at + stride).map_or(i64::MAX, &of) <= key) * stride;
        let mut stride = self.stride;
        while stride > 1 {
            at = step(at, stride);
            stride >>= 1;
        }
        Some(step(at, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::nothing(vec![0], 10)]
    #[case::one_from_the_start(vec![0, 0], 10)]
    #[case::a_few(vec![0, 3, 7, 9], 10)]
    #[case::a_crowd_far_out((0..1000).map(|key| if key == 0 { 0 } else { 1_000_000_000 + key }).collect(), 1_000_002_000)]
    #[case::crowds_here_and_there((0..500).flat_map(|day| [0, 1, 2, 30].map(|key| day * 86_400_000 + key)).collect(), 43_200_000_000)]
    fn it_finds_what_a_search_finds(#[case] keys: Vec<i64>, #[case] span: i64) {
        let directory = Directory::new(&keys, |key| *key, span);
        assert!(directory.first.len() <= 4 * keys.len() + 64, "memory is bounded");
        let near = |key: &i64| [*key - 1, *key, *key + 1, *key + 1000];
        for key in keys.iter().flat_map(near).chain([0, span]).filter(|key| (0..=span).contains(key)) {
            let found = keys.partition_point(|known| *known <= key) - 1;
            assert_eq!(directory.last(&keys, |key| *key, key), Some(found), "{key}");
        }
    }
}
