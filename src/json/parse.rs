//! JSON text into values, without the two things that parsers let pass: a key that stands twice, and nesting without end.

use super::read::Misfit;
use super::{Json, MAX_DEPTH, Table, number};

/// How long a text may be, in bytes.
const MAX_TEXT: usize = 16 << 20;
/// How many values one text may have: each takes much more memory than the text of a short one.
const MAX_VALUES: usize = 1_000_000;

/// Reads JSON text; a byte order mark before it is passed over.
///
/// # Errors
/// `not-json` with line and column, `duplicate-key`, `too-deep` when it nests deeper than [`MAX_DEPTH`], or `too-large` when it has more
/// than a million values or 16 MiB of text.
pub fn parse(text: &str) -> Result<Json, Misfit> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        values: 0,
    };
    let value = if text.len() > MAX_TEXT { Err(Fault::Long) } else { parser.value() };
    value
        .and_then(|value| {
            if parser.space().is_none() {
                Ok(value)
            } else {
                Err(Fault::Expected("the end"))
            }
        })
        .map_err(|fault| parser.misfit(fault))
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    values: usize,
}

/// What is wrong where the parser stands.
enum Fault {
    Expected(&'static str),
    Duplicate(String),
    Deep,
    Many,
    Long,
}

impl Parser<'_> {
    fn misfit(&self, fault: Fault) -> Misfit {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        let last = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        // Bytes that go on a character are no columns.
        let column = last.iter().filter(|byte| **byte & 0xc0 != 0x80).count() + 1;
        let place = format!("at line {line} column {column}");
        let (code, message) = match fault {
            Fault::Expected(what) => ("not-json", format!("this is not JSON: expected {what} {place}")),
            Fault::Duplicate(key) => ("duplicate-key", format!("the key `{key}` stands here twice {place}")),
            Fault::Deep => ("too-deep", format!("nested deeper than {MAX_DEPTH} levels {place}")),
            Fault::Many => ("too-large", format!("more than {MAX_VALUES} values {place}")),
            Fault::Long => ("too-large", format!("more than {MAX_TEXT} bytes of text")),
        };
        Misfit::new(code, String::new(), message)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes white space over and answers the byte after it.
    fn space(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Takes that byte when it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let next = self.byte() == Some(byte);
        self.at += usize::from(next);
        next
    }

    fn value(&mut self) -> Result<Json, Fault> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(Fault::Many);
        }
        match self.space() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))]
                .into_iter()
                .find(|(word, _)| self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)))
                .map(|(word, value)| {
                    self.at += word.len();
                    value
                })
                .ok_or(Fault::Expected("a value")),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Json, Fault>) -> Result<Json, Fault> {
        if self.depth == MAX_DEPTH {
            return Err(Fault::Deep);
        }
        self.at += 1;
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn list(&mut self) -> Result<Json, Fault> {
        let mut items = Vec::new();
        if self.space() == Some(b']') {
            self.at += 1;
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value()?);
            match self.space() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Json::List(items));
                }
                _ => return Err(Fault::Expected("`,` or `]`")),
            }
        }
    }

    fn object(&mut self) -> Result<Json, Fault> {
        let mut entries = Vec::new();
        let mut next = self.space();
        if !self.skip(b'}') {
            loop {
                if next != Some(b'"') {
                    return Err(Fault::Expected("a key in quotes"));
                }
                let key = self.string()?;
                if self.space() != Some(b':') {
                    return Err(Fault::Expected("`:`"));
                }
                self.at += 1;
                entries.push((key, self.value()?));
                match self.space() {
                    Some(b',') => self.at += 1,
                    Some(b'}') => {
                        self.at += 1;
                        break;
                    }
                    _ => return Err(Fault::Expected("`,` or `}`")),
                }
                next = self.space();
            }
        }
        Table::of(entries).map(Json::Object).map_err(Fault::Duplicate)
    }

    /// Reads a string; the parser stands at its first quote.
    fn string(&mut self) -> Result<String, Fault> {
        let mut string = String::new();
        self.at += 1;
        let mut from = self.at;
        loop {
            match self.byte() {
                Some(b'"' | b'\\') => {
                    string.push_str(self.text.get(from..self.at).unwrap_or_default());
                    self.at += 1;
                    if self.text.as_bytes().get(self.at - 1) == Some(&b'"') {
                        return Ok(string);
                    }
                    string.push(self.escape()?);
                    from = self.at;
                }
                Some(0..=0x1f) => return Err(Fault::Expected("an escape in place of a control character")),
                Some(_) => self.at += 1,
                None => return Err(Fault::Expected("the quote that ends the text")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let Some(byte) = self.byte() else {
            return Err(Fault::Expected("the quote that ends the text"));
        };
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.hex()?;
                if (0xd800..0xdc00).contains(&code) && self.skip(b'\\') && self.skip(b'u') {
                    let low = self.hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400);
                    code = low.map_or(code, |low| 0x10000 + ((code - 0xd800) << 10) + low);
                }
                char::from_u32(code).ok_or(Fault::Expected("both halves of a surrogate pair"))?
            }
            _ => {
                self.at -= 1;
                return Err(Fault::Expected("an escape like `\\n` or `\\u00eb`"));
            }
        })
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| !digits.starts_with('+'));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += if code.is_some() { 4 } else { 0 };
        code.ok_or(Fault::Expected("four hexadecimal digits"))
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at > from { Ok(()) } else { Err(Fault::Expected("a digit")) }
    }

    fn number(&mut self) -> Result<Json, Fault> {
        let from = self.at;
        self.skip(b'-');
        // No digit follows a leading zero.
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _ = self.skip(b'+') || self.skip(b'-');
            self.digits()?;
        }
        let text = self.text.get(from..self.at).unwrap_or_default();
        let value = number::read(text).map(Json::Number);
        value.ok_or(Fault::Expected("a number that a computer can hold"))
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::json::text;

    fn again(json: &str) -> String {
        parse(json).map_or_else(|misfit| misfit.message, |value| text(&value))
    }

    #[test]
    fn what_is_json_reads_and_writes_alike() {
        let json = r#"{"a":[1,-2.5,true,false,null],"b":{},"c":"\u0001\n\"\\é😀"}"#;
        assert_eq!(again(json), json);
        assert_eq!(again("\u{feff} [ ] "), "[]");
        assert_eq!(again(r#""\u00e9\ud83d\ude00\/""#), r#""é😀/""#);
    }

    #[test]
    fn what_is_no_json_says_where() {
        let refused = [
            ("", "expected a value at line 1 column 1"),
            ("[1,\n 2,,]", "expected a value at line 2 column 4"),
            ("{\"é\" 1}", "expected `:` at line 1 column 6"),
            ("{'a': 1}", "expected a key in quotes at line 1 column 2"),
            ("{\"a\": 1,}", "expected a key in quotes at line 1 column 9"),
            ("[01]", "expected `,` or `]` at line 1 column 3"),
            ("1.", "expected a digit at line 1 column 3"),
            ("1e999", "expected a number that a computer can hold at line 1 column 6"),
            ("\"a", "expected the quote that ends the text at line 1 column 3"),
            (r#""\x""#, "expected an escape like `\\n` or `\\u00eb` at line 1 column 3"),
            (r#""\ud83d""#, "expected both halves of a surrogate pair at line 1 column 8"),
            (r#""\u+123""#, "expected four hexadecimal digits at line 1 column 4"),
            ("1 2", "expected the end at line 1 column 3"),
            ("nul", "expected a value at line 1 column 1"),
        ];
        for (json, message) in refused {
            assert_eq!(again(json), format!("this is not JSON: {message}"), "{json}");
        }
        let many = format!("[{}0]", "0,".repeat(super::MAX_VALUES));
        assert_eq!(again(&many), "more than 1000000 values at line 1 column 2000000");
        let long = format!("\"{}\"", "a".repeat(super::MAX_TEXT - 1));
        assert_eq!(again(&long), "more than 16777216 bytes of text");
        assert_eq!(again(long.trim_start_matches('"')).get(..16), Some("this is not JSON"));
        assert_eq!(again(r#"{"a":1,"a":2}"#), "the key `a` stands here twice at line 1 column 14");
    }
}
