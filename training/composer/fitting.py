"""Fitting a voice's model to one epoch of its material."""

from collections.abc import Callable
from math import log
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from training.composer.batching import batches, count_batches
from training.composer.lesson import Lesson
from training.composer.model import build_model, load_arrays


class Pupil(NamedTuple):
    """A model that is being taught."""

    model: keras.Model
    optimizer: keras.optimizers.Optimizer
    step: Callable[..., Any]  # inputs, targets and weights of a batch -> what it cost, in nats


def enrol(lesson: Lesson) -> Pupil:
    """Return the pupil before its first epoch; all chance from here on comes of the lesson's seed."""
    tf.config.experimental.enable_op_determinism()
    keras.utils.set_random_seed(lesson.training.seed)
    model = build_model(lesson.scheme, lesson.model)
    if lesson.begin_with is not None:
        load_arrays(model, lesson.begin_with.arrays)
    config, learn = lesson.training, lesson.material.learn
    steps = count_batches(learn, window=config.window, size=config.batch) * config.epochs
    schedule = keras.optimizers.schedules.CosineDecay(config.learning_rate, steps)
    optimizer = keras.optimizers.Adam(schedule, clipnorm=1.0)
    optimizer.build(model.trainable_variables)  # so that a checkpoint can be set before the first step
    return Pupil(model, optimizer, _step(model, optimizer, places=config.batch * config.window))


def fit_epoch(
    pupil: Pupil,
    lesson: Lesson,
    random: np.random.Generator,
    *,
    done: Callable[[float], object] = lambda _: None,
) -> float:
    """Show every piece once, in windows; return the bits a bar they cost, dropout and all.

    Args:
        pupil: is changed.
        lesson: the lesson it was enrolled for.
        random: draws the seams and the order.
        done: is told after each batch which share of the epoch, 0 to 1, has been shown.
    """
    config = lesson.training
    shown = lesson.material.learn
    work = list(batches(shown, window=config.window, size=config.batch, random=random))
    nats = 0.0
    for number, batch in enumerate(work, start=1):
        nats += float(pupil.step(*batch))
        done(number / len(work))
    return nats / log(2) / sum(voice.bars for voice in shown)


def _step(model: keras.Model, optimizer: keras.optimizers.Optimizer, *, places: int) -> Callable[..., Any]:
    """Return a step of learning on a batch of any shape, compiled once where Keras' own is for each shape.

    The loss is divided by the `places` of a whole batch, so that each event weighs the same in every batch.
    """
    inputs = {tensor.name: tf.TensorSpec(tensor.shape, tensor.dtype) for tensor in model.inputs}
    heads = model.output_names
    targets = {name: tf.TensorSpec((None, None), tf.int32) for name in heads}
    weights = {name: tf.TensorSpec((None, None), tf.float32) for name in heads}

    def step(inputs: Any, targets: Any, weights: Any) -> Any:
        with tf.GradientTape() as tape:
            logits = model(inputs, training=True)
            nats = sum(
                tf.reduce_sum(
                    weights[name]
                    * keras.ops.sparse_categorical_crossentropy(targets[name], logits[name], from_logits=True)
                )
                for name in heads
            )
            loss = nats / places
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        return nats

    signature = (inputs, targets, weights)
    compiled: Callable[..., Any] = tf.function(step, input_signature=signature, autograph=False)
    return compiled
