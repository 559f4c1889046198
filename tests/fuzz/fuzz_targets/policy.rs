#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| deskrules_fuzz::policy::run(input));
