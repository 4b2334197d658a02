//! As much of HTTP/1.1 as a browser needs from a program on the same machine.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::routes::Host;

/// The most that one request may carry.
const MAX_BODY: u64 = 256 * 1024 * 1024;

/// A request.
pub(crate) struct Request {
    pub(crate) method: String,
    /// The path, decoded, with its leading slash.
    pub(crate) path: String,
    /// The query, as it came.
    pub(crate) query: String,
    /// The headers by their names in small letters.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

/// An answer.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) media_type: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

/// What a route gives: an answer, or the stream of events, which has no end.
pub(crate) enum Answer {
    Whole(Response),
    Events,
}

impl Response {
    /// An answer with a body.
    pub(crate) fn new(status: u16, media_type: &str, body: Vec<u8>) -> Self {
        Self { status, media_type: media_type.to_owned(), headers: Vec::new(), body }
    }

    /// An answer of one line.
    pub(crate) fn text(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text.as_bytes().to_vec())
    }
}

/// Answers one connection's requests until the browser closes it.
pub(crate) fn converse(stream: TcpStream, host: &Host) {
    // A connection that ends in the middle of anything is the browser's business, not a fault.
    let _ = answer_all(stream, host);
}

fn answer_all(stream: TcpStream, host: &Host) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut out = stream.try_clone()?;
    let mut input = BufReader::new(stream);
    while let Some(request) = read(&mut input)? {
        match host.answer(&request) {
            Answer::Whole(response) => write(&mut out, &response)?,
            Answer::Events => return write_events(&mut out, host),
        }
    }
    Ok(())
}

fn read(input: &mut BufReader<TcpStream>) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut parts = line.split_whitespace();
    let method = parts.next().unwrap_or_default().to_owned();
    let target = parts.next().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let (path, query) = (decode(path), query.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.trim().to_lowercase(), value.trim().to_owned());
        }
    }
    let length: u64 = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    if length > MAX_BODY {
        return Err(io::Error::other("too large"));
    }
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    Ok(Some(Request { method, path, query, headers, body }))
}

fn write(out: &mut TcpStream, response: &Response) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n",
        response.status,
        if response.status < 400 { "OK" } else { "Refused" },
        response.media_type,
        response.body.len()
    );
    for (name, value) in &response.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    out.write_all(head.as_bytes())?;
    out.write_all(&response.body)?;
    out.flush()
}

fn write_events(out: &mut TcpStream, host: &Host) -> io::Result<()> {
    let events = host.listen();
    out.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n: open\n\n")?;
    loop {
        // The comment keeps finding out whether the page is still there.
        let line = match events.recv_timeout(Duration::from_secs(10)) {
            Ok(event) => format!("data: {event}\n\n"),
            Err(_) => ": still here\n\n".to_owned(),
        };
        out.write_all(line.as_bytes())?;
        out.flush()?;
    }
}

/// Undoes percent-encoding; what is not one stays as it is.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn percent_encoding_is_undone_and_broken_one_left_alone() {
        assert_eq!(decode("/put%20%E7%94%BB"), "/put 画");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz"), "%zz");
    }
}
