//! The one stream of events, as server-sent events to every page that listens.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

/// Those who listen.
#[derive(Default)]
pub(crate) struct Events {
    listeners: Mutex<Vec<Sender<String>>>,
}

impl Events {
    /// Tells everyone; who has gone is forgotten.
    pub(crate) fn send(&self, event: &impl Serialize) {
        let Ok(text) = serde_json::to_string(event) else { return };
        let mut listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.retain(|listener| listener.send(text.clone()).is_ok());
    }

    /// One more who listens.
    pub(crate) fn listen(&self) -> Receiver<String> {
        let (sender, receiver) = channel();
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        receiver
    }
}
