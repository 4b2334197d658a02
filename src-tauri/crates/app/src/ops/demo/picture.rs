//! A small drawing as PNG, so that the demo has a picture among its evidence: a locker with shelves.

const WIDTH: usize = 160;
const HEIGHT: usize = 120;

/// The drawing. One with an open door stands for what was found, one with a closed door for what became of it.
pub(super) fn locker(closed: bool) -> Vec<u8> {
    let mut rows = Vec::with_capacity(HEIGHT * (WIDTH + 1));
    for y in 0..HEIGHT {
        // Each row begins with its filter: none.
        rows.push(0);
        rows.extend((0..WIDTH).map(|x| shade(x, y, closed)));
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend((WIDTH as u32).to_be_bytes());
    header.extend((HEIGHT as u32).to_be_bytes());
    // Eight bits of grey.
    header.extend([8, 0, 0, 0, 0]);
    chunk(&mut png, b"IHDR", &header);
    chunk(&mut png, b"IDAT", &stored(&rows));
    chunk(&mut png, b"IEND", &[]);
    png
}

fn shade(x: usize, y: usize, closed: bool) -> u8 {
    let (frame, door) = (20..140, 24..136);
    if !frame.contains(&x) || !(10..112).contains(&y) {
        return 245;
    }
    if !door.contains(&x) || !(14..108).contains(&y) {
        return 90;
    }
    match closed {
        true if (78..82).contains(&x) => 90,
        true if (56..66).contains(&y) && (70..76).contains(&x) => 40,
        true => 190,
        false if y % 24 < 3 => 120,
        false if (y % 24) > 10 && (x / 18).is_multiple_of(2) => 60,
        false => 220,
    }
}

/// A zlib stream of blocks that are stored as they are.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks = bytes.chunks(0xffff).count();
    for (n, block) in bytes.chunks(0xffff).enumerate() {
        let length = block.len() as u16;
        out.push(u8::from(n + 1 == blocks));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    out.extend((b << 16 | a).to_be_bytes());
    out
}

fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    png.extend((content.len() as u32).to_be_bytes());
    png.extend(kind);
    png.extend(content);
    let mut crc = u32::MAX;
    for byte in kind.iter().chain(content) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    png.extend((!crc).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_carries_its_check() {
        let mut png = Vec::new();
        chunk(&mut png, b"IEND", &[]);
        assert_eq!(png, [0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82], "as in every PNG there is");
    }

    #[test]
    fn a_stream_carries_its_check() {
        assert_eq!(stored(b"abc")[10..], [0x02, 0x4d, 0x01, 0x27], "the Adler-32 of abc");
    }
}
