"""The models that write solos: corpus, features, training, inference, evaluation."""
