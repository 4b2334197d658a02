//! Takes in the built UI, the icons, the resources and the permissions.

fn main() {
    tauri_build::build();
}
