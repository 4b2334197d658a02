//! Draws icons/app.svg in the sizes that packages and windows ask for. The results are committed: they are small, and
//! a build must not need a drawing program.

use std::path::Path;

use crate::sh::{self, Outcome};

const SIZES: &[(u32, &str)] =
    &[(32, "32x32.png"), (64, "64x64.png"), (128, "128x128.png"), (256, "128x128@2x.png"), (512, "icon.png")];

/// The sizes inside the Windows icon.
const ICO_SIZES: &[u32] = &[16, 24, 32, 48, 64, 256];

/// Renders every size with rsvg-convert and packs the Windows icon.
pub(crate) fn run() -> Outcome {
    if !sh::exists("rsvg-convert") {
        return Err("rsvg-convert is needed to draw the icons: apt-get install librsvg2-bin".to_owned());
    }
    let icons = sh::root().join("icons");
    for (size, name) in SIZES {
        draw(*size, &icons.join(name))?;
    }
    let folder = sh::target_dir().join("icons");
    sh::folder_for(&folder)?;
    let mut layers = Vec::new();
    for size in ICO_SIZES {
        let layer = folder.join(format!("{size}.png"));
        draw(*size, &layer)?;
        layers.push((*size, std::fs::read(&layer).map_err(|error| format!("{}: {error}", sh::relative(&layer)))?));
    }
    sh::write(&icons.join("icon.ico"), &ico(&layers))
}

fn draw(size: u32, to: &Path) -> Outcome {
    let size = size.to_string();
    sh::run(sh::command("rsvg-convert", ["-w", &size, "-h", &size, "icons/app.svg", "-o"]).arg(to))
}

/// A Windows icon is a directory of pictures, each of which may be a whole PNG file: a header of six bytes, sixteen
/// bytes for each picture (0 means 256), then the pictures one after the other.
fn ico(layers: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = vec![0, 0, 1, 0];
    out.extend((layers.len() as u16).to_le_bytes());
    let mut offset = 6 + 16 * layers.len();
    for (size, png) in layers {
        let side = if *size >= 256 { 0 } else { *size as u8 };
        out.extend([side, side, 0, 0, 1, 0, 32, 0]);
        out.extend((png.len() as u32).to_le_bytes());
        out.extend((offset as u32).to_le_bytes());
        offset += png.len();
    }
    out.extend(layers.iter().flat_map(|(_, png)| png));
    out
}

#[cfg(test)]
mod tests {
    use super::ico;

    #[test]
    fn the_directory_points_at_each_picture() {
        let made = ico(&[(16, vec![1, 2]), (256, vec![3])]);
        assert_eq!(made.len(), 6 + 2 * 16 + 3);
        assert_eq!(made[22], 0, "256 is written as 0");
        assert_eq!(made[6 + 12], 38, "the first picture follows the directory");
        assert_eq!(made[22 + 12], 40, "the second follows the first");
        assert_eq!(&made[38..], [1, 2, 3]);
    }
}
