"""The study a search keeps: shared by its workers, and gone on with after a kill."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import optuna
from optuna.storages import RDBStorage, RetryHeartbeatStaleTrialCallback
from optuna.trial import TrialState
from sqlalchemy.exc import SQLAlchemyError

HEARTBEAT: Final = 30  # seconds between a worker's signs of life; silent for two, its trial is taken over
RETRIES: Final = 3
FINISHED: Final = (TrialState.COMPLETE, TrialState.PRUNED)


def open_study(name: str, storage: str, *, seed: int) -> optuna.Study:
    """Open the study of that name, or begin it.

    Args:
        name: of the study.
        storage: a database's URL, as SQLAlchemy writes it.
        seed: of what is suggested, along with how many trials there were before.

    Raises:
        ValueError: when the database cannot be opened.
    """
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    try:
        with _without_warnings():
            database = RDBStorage(
                storage,
                heartbeat_interval=HEARTBEAT,
                heartbeat_stale_trial_callback=_retry(),
            )
        study = optuna.create_study(study_name=name, storage=database, load_if_exists=True)
    except (SQLAlchemyError, optuna.exceptions.OptunaError, ImportError) as error:
        reason = str(error).partition("\n")[0]
        raise ValueError(
            f"cannot open the study {name!r} in {storage} ({reason}); give --storage a URL such as "
            "sqlite:///search.db, and install its driver if it needs one"
        ) from error
    study.sampler = optuna.samplers.TPESampler(seed=seed + len(study.trials), constant_liar=True)
    study.pruner = optuna.pruners.MedianPruner(n_startup_trials=5, n_warmup_steps=3)
    return study


def run(study: optuna.Study, objective: Callable[[optuna.Trial], float], *, trials: int) -> None:
    """Go on with the study until it has `trials` finished ones, whoever finished them.

    A trial that is interrupted is put back, to be gone on with.
    """
    begun: list[optuna.Trial] = []

    def remembered(trial: optuna.Trial) -> float:
        begun.append(trial)
        return objective(trial)

    try:
        while len(study.get_trials(deepcopy=False, states=FINISHED)) < trials:
            study.optimize(remembered, n_trials=1)
    except KeyboardInterrupt:
        _retry()(study, study.trials[begun[-1].number])
        raise


def first_number(trial: optuna.Trial) -> int:
    """Return the trial's number, or the number of the trial that this one goes on with."""
    with _without_warnings():
        retried = RetryHeartbeatStaleTrialCallback.retried_trial_number(trial.study.trials[trial.number])
    return trial.number if retried is None else retried


def _retry() -> RetryHeartbeatStaleTrialCallback:
    with _without_warnings():
        return RetryHeartbeatStaleTrialCallback(max_retry=RETRIES)


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Keep Optuna from warning that its heartbeat is an experiment, as it has been since version 2."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
        yield
