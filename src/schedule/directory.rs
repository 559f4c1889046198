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
    /// Prepares for keys up to `span`: sorted, the first two at or over 0, all others apart.
    pub(super) fn new(keys: impl Iterator<Item = i64> + Clone, span: i64) -> Self {
        let count = keys.clone().count();
        let pairs = keys.clone().skip(1).zip(keys.clone().skip(2));
        let nearest = pairs.map(|(key, next)| next - key).min().unwrap_or(i64::MAX);
        // One key a bucket at most, so that one step finds it, unless that takes too much memory.
        let mut shift = nearest.max(1).ilog2();
        let most = 4 * count + 64;
        while usize::try_from(span >> shift).unwrap_or(usize::MAX) >= most {
            shift += 1;
        }
        let mut first = Vec::with_capacity(most.min(usize::try_from(span >> shift).unwrap_or(most) + 1));
        let mut rest = keys.skip(1).peekable();
        let (mut at, mut crowd) = (0_u32, 0_u32);
        for bucket in 0..=span >> shift {
            let before = at;
            while rest.next_if(|key| *key <= bucket << shift).is_some() {
                at += 1;
            }
            // What starts exactly at this bucket counts for the one before it as well: a step too many does no harm.
            crowd = if bucket == 0 { 0 } else { crowd.max(at - before) };
            first.push(at);
        }
        crowd = crowd.max(u32::try_from(rest.count()).unwrap_or(u32::MAX));
        let stride = 1 << crowd.max(1).ilog2();
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
        let directory = Directory::new(keys.iter().copied(), span);
        assert!(directory.first.len() <= 4 * keys.len() + 64, "memory is bounded");
        let near = |key: &i64| [*key - 1, *key, *key + 1, *key + 1000];
        for key in keys.iter().flat_map(near).chain([0, span]).filter(|key| (0..=span).contains(key)) {
            let found = keys.partition_point(|known| *known <= key) - 1;
            assert_eq!(directory.last(&keys, |key| *key, key), Some(found), "{key}");
        }
    }
}
