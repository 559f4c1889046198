//! One small sort for all that is sorted: the standard library's brings five kilobytes for every type.

use std::cmp::Ordering;

/// Returns the indices from 0 up to `count` in the order of what they stand for; equals stay as they are.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    let mut width = 1;
    // Runs of one are in order; merging neighbours doubles them.
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in indices.chunks(width * 2) {
            let (mut left, mut right) = pair.split_at_checked(width).unwrap_or((pair, &[]));
            while let ([a, after_a @ ..], [b, after_b @ ..]) = (left, right) {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        indices = merged;
        width *= 2;
    }
    indices
}

/// Returns the first name, by the alphabet, that stands twice among those from 0 up to `count`.
pub(crate) fn twice<'a>(count: usize, name: &dyn Fn(usize) -> Option<&'a str>) -> Option<&'a str> {
    let order = sorted(count, &|a, b| name(a).cmp(&name(b)));
    let mut before = None;
    for index in order {
        let name = name(index);
        if name == before {
            return name;
        }
        before = name;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equals_stay_as_they_are() {
        let values = [3, 1, 2, 1, 3, 0, 2];
        assert_eq!(sorted(7, &|a, b| values[a].cmp(&values[b])), [5, 1, 3, 2, 6, 0, 4]);
    }

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        let values: Vec<u64> = (0..1000_u64)
            .map(|number| number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56)
            .collect();
        for count in [0, 1, 2, 3, 64, 65, 999, 1000] {
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|index| values[*index]);
            assert_eq!(sorted(count, &|a, b| values[a].cmp(&values[b])), expected);
        }
    }
}
