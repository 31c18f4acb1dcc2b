"""The same model in NumPyro, PyMC and nutpie: long NUTS runs on the five hyperparameters.

Each returns draws of the hyperparameters and the seconds that they took, with what is
spent on compiling apart from what is spent on sampling.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
import nutpie
import pymc as pm
import pytensor.tensor as pt
from numpyro.infer import MCMC, NUTS

from bench.reference.model import LEADING_SD, Floats, Problem, parts
from firststep.trial.model import priors

jax.config.update("jax_enable_x64", True)
NAMES = ("sigma", "tau", "rho", "phi", "omega")
PHI_LOGIT = float(np.log(priors.PHI_MEDIAN / (1 - priors.PHI_MEDIAN)))
FADE = (float(np.log(priors.FADE_SHORTEST)), float(np.log(priors.FADE_LONGEST)))
CHAINS = 2
WARM_UP = 500


@dataclass(frozen=True)
class Run:
    draws: dict[str, Floats]  # each (S,)
    seconds: float  # sampling alone
    compiling: float
    divergences: int


def in_numpyro(p: Problem, draws: int, seed: int = 1, *, timed: bool = True) -> Run:
    def model() -> None:
        sigma = numpyro.sample("sigma", dist.LogNormal(np.log(priors.SIGMA_MEDIAN), priors.SIGMA_LOG_SD))
        tau = numpyro.sample("tau", dist.LogNormal(np.log(priors.TAU_MEDIAN), priors.TAU_LOG_SD))
        fade = numpyro.sample("fade", dist.Uniform(*FADE))
        rho = numpyro.deterministic("rho", 0.5 ** jnp.exp(-fade))
        logit = numpyro.sample("logit", dist.Normal(PHI_LOGIT, priors.PHI_LOGIT_SD))
        phi = numpyro.deterministic("phi", jax.nn.sigmoid(logit))
        omega = numpyro.sample("omega", dist.HalfNormal(priors.OMEGA_SCALE))
        logs = []
        for value, chance in ((priors.OMEGA_ALIKE, priors.ALIKE_CHANCE), (omega, 1 - priors.ALIKE_CHANCE)):
            design, prior, noise = parts(p, sigma, tau, rho, phi, value, np=jnp)
            normal = dist.MultivariateNormal(0.0, covariance_matrix=noise + design @ prior @ design.T)
            logs.append(jnp.log(chance) + normal.log_prob(p.score))
        numpyro.factor("score", jnp.logaddexp(*logs))

    sampler = MCMC(
        NUTS(model, target_accept_prob=0.9),
        num_warmup=WARM_UP,
        num_samples=draws,
        num_chains=CHAINS,
        chain_method="vectorized",
        progress_bar=False,
    )
    start = perf_counter()
    sampler.run(jax.random.PRNGKey(seed), extra_fields=("diverging",))
    jax.block_until_ready(sampler.get_samples())
    first = perf_counter() - start
    if timed:  # once more, compiled, with another key
        start = perf_counter()
        sampler.run(jax.random.PRNGKey(seed + 1), extra_fields=("diverging",))
    samples = jax.block_until_ready(sampler.get_samples())
    seconds = perf_counter() - start
    divergences = int(np.sum(sampler.get_extra_fields()["diverging"]))
    return Run({name: np.asarray(samples[name]) for name in NAMES}, seconds, first - seconds, divergences)


def _pymc_model(p: Problem) -> pm.Model:
    with pm.Model() as model:
        sigma = pm.LogNormal("sigma", np.log(priors.SIGMA_MEDIAN), priors.SIGMA_LOG_SD)
        tau = pm.LogNormal("tau", np.log(priors.TAU_MEDIAN), priors.TAU_LOG_SD)
        rho = pm.Deterministic("rho", 0.5 ** pm.math.exp(-pm.Uniform("fade", *FADE)))
        phi = pm.Deterministic("phi", pm.math.sigmoid(pm.Normal("logit", PHI_LOGIT, priors.PHI_LOGIT_SD)))
        omega = pm.HalfNormal("omega", priors.OMEGA_SCALE)
        columns = p.expected.shape[1]
        after = pt.switch(p.lags >= 0, (1 - rho) * rho ** np.maximum(p.lags, 0), 0.0)
        exposure = after @ p.expected
        own = np.array([float(k < p.techniques) for k in range(columns)])
        fixed = priors.COMMON_SD**2 * (np.outer(own, own) + np.diag(1 - own))
        level = np.diag(np.array(LEADING_SD) ** 2)
        noise = (
            tau**2 * np.minimum(p.day[:, None], p.day)
            + sigma**2 * phi ** np.abs(p.day[:, None] - p.day)
            + priors.ROUNDING_VARIANCE * np.eye(len(p.day))
            + (after * p.untold) @ after.T
        )
        logs = []
        for value, chance in ((priors.OMEGA_ALIKE, priors.ALIKE_CHANCE), (omega, 1 - priors.ALIKE_CHANCE)):
            effects = fixed + value**2 * np.diag(own)
            covariance = noise + p.leading @ level @ p.leading.T + exposure @ effects @ exposure.T
            normal = pm.MvNormal.dist(mu=np.zeros(len(p.day)), cov=covariance)
            logs.append(np.log(chance) + pm.logp(normal, p.score))
        pm.Potential("score", pm.math.logaddexp(*logs))
    return model


def in_pymc(p: Problem, draws: int, seed: int = 1) -> Run:
    with _pymc_model(p):
        start = perf_counter()
        pm.sample(
            1,
            tune=1,
            chains=1,
            cores=1,
            random_seed=seed,
            progressbar=False,
            compute_convergence_checks=False,
        )
        compiling = perf_counter() - start
        start = perf_counter()
        trace = pm.sample(
            draws,
            tune=WARM_UP,
            chains=CHAINS,
            cores=CHAINS,
            random_seed=seed,
            target_accept=0.9,
            progressbar=False,
        )
        seconds = perf_counter() - start
    return _from_trace(trace, seconds, compiling)


def in_nutpie(p: Problem, draws: int, seed: int = 1) -> Run:
    start = perf_counter()
    compiled = nutpie.compile_pymc_model(_pymc_model(p))
    compiling = perf_counter() - start
    start = perf_counter()
    trace = nutpie.sample(
        compiled, draws=draws, tune=WARM_UP, chains=CHAINS, seed=seed, target_accept=0.9, progress_bar=False
    )
    return _from_trace(trace, perf_counter() - start, compiling)


def _from_trace(trace: Any, seconds: float, compiling: float) -> Run:
    flat = {name: np.asarray(trace.posterior[name]).reshape(-1) for name in NAMES}
    return Run(flat, seconds, compiling, int(np.sum(np.asarray(trace.sample_stats["diverging"]))))


SAMPLERS: dict[str, Callable[[Problem, int], Run]] = {
    "nutpie": in_nutpie,
    "NumPyro": in_numpyro,
    "PyMC": in_pymc,
}
